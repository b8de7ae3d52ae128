import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { litParts, withoutPolyfills } from './lit-parts.mjs';

const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../../node_modules/@lit/reactive-element/${name}`, import.meta.url));
const whole = readFileSync(fileOf('reactive-element.js'), 'utf8');

describe('the parts of Lit', () => {
  it('are all of it but what polyfills hook into', () => {
    const code = withoutPolyfills(whole);
    expect(code).not.to.match(/polyfill/i);
    expect(code).to.include('hasOwnProperty("finalized")').and.include('["elementProperties"]=new Map');
    expect(whole.length - code.length).to.be.within(50, 150);
  });

  it('are not guessed where Lit is put together in another way', () => {
    expect(() => withoutPolyfills(withoutPolyfills(whole))).to.throw('test/tools/lit-parts.mjs');
  });

  it('have every name that css-tag.js has', () => {
    const names = (code: string): string[] =>
      [...code.matchAll(/export (?:const|class) (\w+)|\b\w+ as (\w+)[,}]/g)].map(
        ([, own, as]) => own ?? as ?? '',
      );
    const { transform } = litParts() as { transform: (code: string, id: string) => { code: string } | null };
    const original = readFileSync(fileOf('css-tag.js'), 'utf8');
    const { code } = transform(original, fileOf('css-tag.js')) ?? { code: '' };
    expect(names(code).sort()).to.deep.equal(names(original).sort());
    expect(names(code)).to.include('css').and.to.have.length(6);
    expect(transform('', fileOf('decorators/property.js'))).to.equal(null);
  });
});
