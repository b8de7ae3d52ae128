import { expect } from 'chai';
import '../../src/define/doc-page.js';
import { clearFixtures, fixture } from '../elements/fixture.js';
import { setEnvironment } from '../tools/environment.js';

const TEXT = `# Almanac

## Install

See [the guide](https://example.org/guide).

## Use

See [above](#install).

## Ask

\`\`\`sh
almanac --help
\`\`\`

\`\`\`sh
almanac --year 2026 --place "The tower by the harbour" --moons --tides --out almanac.txt
\`\`\`

| Place | Key |
| ----- | --- |
| Tower | \`the_tower_by_the_harbour_behind_the_second_lighthouse_of_the_island\` |

- [x] Moon

<details><summary>More</summary>

Stars.

</details>

??? note "Folded"
    Sun.
`;

describe('a page on paper', () => {
  let page: HTMLElement;

  before(async function () {
    const element = document.createElement('doc-page');
    element.markdown = TEXT;
    fixture('<div></div>').append(element);
    await element.updateComplete;
    page = element;
    if (!(await setEnvironment({ media: 'print' })).media) this.skip();
  });

  after(async () => {
    await setEnvironment({});
    clearFixtures();
  });

  const contentAfter = (selector: string): string =>
    getComputedStyle(page.querySelector(selector)!, '::after').content;
  const shown = (element: Element): boolean => element.getClientRects().length > 0;

  for (const width of [360, 1100])
    it(`lists its contents above the text, ${width} pixels wide`, () => {
      page.parentElement!.style.width = `${width}px`;
      const toc = page.querySelector('doc-toc')!;
      const links = [...toc.querySelectorAll('a')];
      expect(links.map((link) => link.textContent)).to.deep.equal(['Install', 'Use', 'Ask']);
      expect(links.every(shown), 'its links').to.equal(true);
      const first = page.querySelector('doc-section')!.getBoundingClientRect();
      expect(toc.getBoundingClientRect().bottom).to.be.at.most(first.top);
      expect(getComputedStyle(toc).position).to.equal('static');
    });

  it('tells where a link to another site leads, and nothing of one within the page', () => {
    expect(contentAfter('a[href^="https:"]')).to.match(/attr\(href\)|example\.org\/guide/);
    expect(contentAfter('p a[href="#install"]')).to.be.oneOf(['none', 'normal', '']);
  });

  it('has nothing on it that one would press', () => {
    const pressable = [...page.querySelectorAll('.heading-anchor, button')];
    expect(pressable).to.have.lengthOf.above(2);
    expect(pressable.filter(shown)).to.deep.equal([]);
  });

  it('cuts nothing off that one would scroll to', () => {
    page.parentElement!.style.width = '360px';
    for (const box of page.querySelectorAll('pre, table'))
      expect(box.scrollWidth, box.textContent).to.be.at.most(box.clientWidth + 1);
  });

  it('shows what is folded away', function () {
    if (!CSS.supports('selector(::details-content)')) this.skip();
    for (const text of ['Stars.', 'Sun.']) {
      const paragraph = [...page.querySelectorAll('p')].find(({ textContent }) => textContent === text);
      expect(paragraph?.checkVisibility(), text).to.equal(true);
    }
  });
});
