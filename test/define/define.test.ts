import { expect } from 'chai';
import { define } from '../../src/define/define.js';
import { VERSION } from '../../src/define/version.js';

/** What the console is warned of meanwhile. */
function warnings(run: () => void): string[] {
  const said: string[] = [];
  /* eslint-disable no-console -- it is what the test is about */
  const { warn } = console;
  console.warn = (...args: unknown[]) => said.push(args.map(String).join(' '));
  try {
    run();
  } finally {
    console.warn = warn;
  }
  return said;
}

/** Runs in a browser that does not know something. */
function without(name: 'CustomStateSet' | 'CSS', value: unknown, run: () => void): void {
  const known = Object.getOwnPropertyDescriptor(globalThis, name)!;
  if (value === undefined) Reflect.deleteProperty(globalThis, name);
  else Object.defineProperty(globalThis, name, { ...known, value });
  try {
    run();
  } finally {
    Object.defineProperty(globalThis, name, known);
  }
}

describe('define', () => {
  it('registers a tag once, without a word', () => {
    class Some extends HTMLElement {}
    const said = warnings(() => {
      define('x-once', Some);
      define('x-once', Some);
    });
    expect(customElements.get('x-once')).to.equal(Some);
    expect(said).to.deep.equal([]);
  });

  it('leaves the first of two copies, and names the versions', () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    const said = warnings(() => {
      define('x-twice', First);
      define('x-twice', Second);
    });
    expect(customElements.get('x-twice')).to.equal(First);
    expect(said).to.have.length(1);
    expect(said[0]).to.include('<x-twice>').and.include(`by doc-elements ${VERSION}`);
  });

  it('leaves the first of two versions, and names both', () => {
    class Older extends HTMLElement {}
    Object.defineProperty(Older, Symbol.for('doc-elements.version'), { value: '0.0.1-older' });
    customElements.define('x-older', Older);
    const said = warnings(() => define('x-older', class extends HTMLElement {}));
    expect(customElements.get('x-older')).to.equal(Older);
    expect(said).to.have.length(1);
    expect(said[0]).to.include('by doc-elements 0.0.1-older').and.include(`before doc-elements ${VERSION}`);
  });

  it('leaves a tag of somebody else', () => {
    customElements.define('x-foreign', class extends HTMLElement {});
    const said = warnings(() => define('x-foreign', class extends HTMLElement {}));
    expect(said[0]).to.include('something else');
  });

  it('leaves a browser without custom states alone', () => {
    const said = warnings(() => {
      without('CustomStateSet', undefined, () => define('x-stateless', class extends HTMLElement {}));
    });
    expect(customElements.get('x-stateless')).to.equal(undefined);
    expect(said).to.deep.equal([]);
  });

  it('leaves a browser alone whose custom states have another syntax', () => {
    const asked: string[] = [];
    const CSS = { supports: (condition: string) => (asked.push(condition), false) };
    without('CSS', CSS, () => define('x-dashed', class extends HTMLElement {}));
    expect(asked).to.deep.equal(['selector(:state(ready))']);
    expect(customElements.get('x-dashed')).to.equal(undefined);
  });
});
