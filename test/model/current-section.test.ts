import { expect } from 'chai';
import { currentSection } from '../../src/model/current-section.js';

const view = { line: 10, bottom: 600, atEnd: false };
const end = { ...view, atEnd: true };
const hidden = undefined;

describe('currentSection', () => {
  const cases: [
    name: string,
    tops: (number | undefined)[],
    view: typeof view,
    expected: number | undefined,
  ][] = [
    ['nothing where there is no heading', [], view, undefined],
    ['nothing above the first heading', [50, 300], view, undefined],
    ['the heading on the line', [10, 300], view, 0],
    ['the last heading above the line', [-900, -20, 300, 800], view, 1],
    ['the last one when all are above', [-900, -500, -100], view, 2],
    ['the deepest of headings that stand close', [-5, 0, 9, 11], view, 2],
    ['the last heading in sight at the end', [-900, 200, 500], end, 2],
    ['no heading out of sight at the end', [-900, 200, 700], end, 1],
    ['no heading on the lower edge at the end', [-900, 600], end, 0],
    ['the last one at the end when all are above', [-900, -500], end, 1],
    ['nothing at the end of a page that is below', [700, 900], end, undefined],
    ['the rendered one before a hidden one', [-50, hidden, 300], view, 0],
    ['a rendered one after hidden ones', [hidden, hidden, -5, 300], view, 2],
    ['nothing where all are hidden', [hidden, hidden, hidden], view, undefined],
    ['nothing where hidden ones stand before one below', [hidden, hidden, 50], view, undefined],
    ['the last before hidden ones at the end of the list', [-50, -20, hidden, hidden], view, 1],
  ];
  for (const [name, tops, seen, expected] of cases)
    it(`finds ${name}`, () =>
      expect(currentSection(tops.length, (index) => tops[index], seen)).to.equal(expected));

  it('agrees with a walk through all headings', () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 16807) % 2147483647) % below;
    for (let round = 0; round < 500; round++) {
      let top = -random(2000);
      const tops = Array.from({ length: random(12) }, () => {
        top += random(300);
        return random(4) === 0 ? undefined : top;
      });
      let expected: number | undefined;
      tops.forEach((value, index) => {
        if (value !== undefined && value <= view.line) expected = index;
      });
      expect(
        currentSection(tops.length, (index) => tops[index], view),
        JSON.stringify(tops),
      ).to.equal(expected);
    }
  });

  it('asks about few of many headings', () => {
    let asked = 0;
    const topAt = (index: number) => {
      asked++;
      return index * 100 - 70_000;
    };
    expect(currentSection(1000, topAt, view)).to.equal(700);
    expect(asked).to.be.at.most(10);
  });
});
