import { expect } from 'chai';
import { safeSrcset } from '../../src/model/srcset.js';

describe('safeSrcset', () => {
  const cases: [name: string, srcset: string, expected: string][] = [
    ['one image', 'a.png', 'a.png'],
    ['descriptors', 'a.png 1x, b.png 2x,c.png 100w', 'a.png 1x, b.png 2x, c.png 100w'],
    ['commas inside of URLs', 'a,b.png 1x, /c,1,2.png 2x', 'a,b.png 1x, /c,1,2.png 2x'],
    [
      'a data URL with its comma',
      'data:image/png;base64,AA== 1x, b.png 2x',
      'data:image/png;base64,AA== 1x, b.png 2x',
    ],
    ['a URL that ends with a comma', 'a.png, b.png', 'a.png, b.png'],
    ['white space and line breaks', '\n a.png\t1x ,\n\tb.png  2x\n', 'a.png 1x, b.png 2x'],
    ['an unsafe image among others', 'a.png 1x, javascript:x 2x, c.png 3x', 'a.png 1x, c.png 3x'],
    ['an unsafe image without descriptor', 'javascript:x, b.png', 'b.png'],
    ['only unsafe images', 'blob:x 1x, file:///x 2x', ''],
    ['an SVG document', 'data:image/svg+xml,<svg/> 1x', ''],
    ['nothing', '', ''],
    ['commas only', ' , ,', ''],
  ];
  for (const [name, srcset, expected] of cases)
    it(`treats ${name}`, () => expect(safeSrcset(srcset)).to.equal(expected));

  it('takes no time for a long list', () => {
    const start = performance.now();
    safeSrcset(' ,'.repeat(50_000) + 'a'.repeat(50_000) + ' '.repeat(50_000));
    expect(performance.now() - start).to.be.below(500);
  });
});
