import { expect } from 'chai';
import { findJsonPaths, type TextPlace } from '../../src/source/json-path.js';

const findJsonPath = (text: string, path: string): TextPlace | undefined =>
  findJsonPaths(text, [path]).get(path);

const TEXT = `{
  "title": "A: {\\"sections\\": [",
  "meta": {"a b": [1, {"heading": 2}], "heading": 3},
  "sections": [
    {"heading": "One", "sections": []},
    {"body": "x",
     "heading": "Two",
     "sections": [{"heading": "Three"}]}
  ]
}`;

describe('findJsonPaths', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', '1:1'],
    ['title', '2:3'],
    ['sections', '4:3'],
    ['sections[0]', '5:5'],
    ['sections[0].heading', '5:6'],
    ['sections[1].heading', '7:6'],
    ['sections[1].sections[0].heading', '8:20'],
    ['meta["a b"][1].heading', '3:24'],
    ['meta.heading', '3:40'],
    // What is not there: the last that is.
    ['sections[1].nothing', '6:5'],
    ['sections[7].heading', '4:3'],
    ['nothing', '1:1'],
    ['title.length', '2:3'],
  ];
  for (const [path, place] of cases)
    it(`finds ${path || 'the root'}`, () => {
      const { line, column } = findJsonPath(TEXT, path) ?? {};
      expect(`${String(line)}:${String(column)}`).to.equal(place);
    });

  it('finds many at once', () => {
    const found = findJsonPaths(
      TEXT,
      cases.map(([path]) => path),
    );
    expect(Array.from(cases, ([path]) => found.get(path))).to.deep.equal(
      cases.map(([path]) => findJsonPath(TEXT, path)),
    );
  });

  it('finds nothing in nothing', () => {
    expect(findJsonPath('', 'a')).to.equal(undefined);
  });

  it('takes text that is no JSON', () => {
    expect(findJsonPath('{"a": [1, "b', 'a[1]')).to.deep.include({ line: 1 });
  });
});
