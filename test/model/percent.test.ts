import { expect } from 'chai';
import { doiUrl } from '../../src/model/doi.js';
import { decodePart, encodePart, encodeUrl } from '../../src/model/percent.js';

describe('percent-encoding', () => {
  it('is decoded where it is valid', () => {
    expect(decodePart('a%20b')).to.equal('a b');
    for (const text of ['100%', 'a%zz%20', '%ff', 'plain']) expect(decodePart(text)).to.equal(text);
  });

  it('never fails on half a character, and keeps whole ones', () => {
    expect(encodePart('a/😀\ud800')).to.equal('a%2F%F0%9F%98%80%EF%BF%BD');
    expect(encodeUrl('/a b%20😀\udc00?c=1#d')).to.equal('/a%20b%20%F0%9F%98%80%EF%BF%BD?c=1#d');
  });

  it('keeps a DOI whole, whatever is in it', () => {
    expect(doiUrl('10.1002/(SICI)1521(199911)216:1<135::AID>3.0.CO;2-#')).to.equal(
      'https://doi.org/10.1002/(SICI)1521(199911)216%3A1%3C135%3A%3AAID%3E3.0.CO%3B2-%23',
    );
  });
});
