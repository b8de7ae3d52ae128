import { expect } from 'chai';
import { resolveBase } from '../../src/dom/location.js';

describe('resolveBase', () => {
  const at = (baseURI: string) => ({ baseURI }) as Document;
  const cases: [
    name: string,
    base: string,
    source: string | undefined,
    document: string,
    expected: string | undefined,
  ][] = [
    ['nothing said', '', undefined, 'https://e.org/docs/', undefined],
    [
      'a source beside the document',
      '',
      'https://e.org/docs/a.md',
      'https://e.org/docs/index.html',
      undefined,
    ],
    ['a source in another folder', '', 'https://e.org/x/a.md', 'https://e.org/docs/', 'https://e.org/x/a.md'],
    [
      'a source on another site',
      '',
      'https://f.org/docs/a.md',
      'https://e.org/docs/',
      'https://f.org/docs/a.md',
    ],
    [
      'what the author says, before the source',
      '/y/',
      'https://e.org/x/a.md',
      'https://e.org/docs/',
      'https://e.org/y/',
    ],
    ['a relative base', '../', undefined, 'https://e.org/docs/', 'https://e.org/'],
    ['the document’s own folder', './', undefined, 'https://e.org/docs/', undefined],
    ['no address', 'http://[', undefined, 'https://e.org/docs/', undefined],
  ];
  for (const [name, base, source, document, expected] of cases)
    it(`${name}: ${expected ?? 'nothing'}`, () =>
      expect(resolveBase(base, source, at(document))).to.equal(expected));
});
