import { expect } from 'chai';
import { watchScrollRegions } from '../../src/dom/scroll-regions.js';
import { find, frames, mount, removeFixtures } from './fixture.js';

const WIDE =
  '<pre style="overflow: auto; margin: 0"><code>0123456789012345678901234567890123456789</code></pre>';

/** The box itself, whose width the test changes. */
const box = (html: string): HTMLElement => find(mount(html), 'div');

describe('watchScrollRegions', () => {
  afterEach(removeFixtures);

  it('lets the keyboard reach what is too wide, and only that', async () => {
    const root = box(`<div style="width: 100px">${WIDE}<pre style="overflow: auto">x</pre></div>`);
    const regions = watchScrollRegions(root);
    await frames(3);
    expect([...root.querySelectorAll('pre')].map((pre) => pre.getAttribute('tabindex'))).to.deep.equal([
      '0',
      null,
    ]);
    root.style.width = '2000px';
    await frames(3);
    expect(root.querySelector('[tabindex]')).to.equal(null);
    regions.dispose();
  });

  it('leaves the author’s own tabindex alone', async () => {
    const root = box(`<div style="width: 100px">${WIDE.replace('<pre', '<pre tabindex="-1"')}</div>`);
    const regions = watchScrollRegions(root);
    await frames(3);
    root.style.width = '2000px';
    await frames(3);
    expect(root.querySelector('pre')?.getAttribute('tabindex')).to.equal('-1');
    regions.dispose();
  });

  it('sees what comes later, by itself, inside something, or into a region that is there', async () => {
    const root = box(`<div style="width: 100px"><pre style="overflow: auto; margin: 0">x</pre></div>`);
    const regions = watchScrollRegions(root);
    await frames(3);
    expect(root.querySelector('[tabindex]')).to.equal(null);
    const first = find(root, 'pre');
    first.replaceChildren(find(mount(WIDE), 'code'));
    root.append(find(mount(WIDE), 'pre'), find(mount(`<section>${WIDE}</section>`), 'section'));
    await frames(3);
    expect(root.querySelectorAll('pre[tabindex="0"]').length).to.equal(3);
    regions.dispose();
  });

  it('measures what comes in many roots at once', async () => {
    const { ResizeObserver } = globalThis;
    let made = 0;
    globalThis.ResizeObserver = class extends ResizeObserver {
      constructor(callback: ResizeObserverCallback) {
        super(callback);
        made++;
      }
    };
    try {
      const roots = Array.from({ length: 5 }, () => box(`<div style="width: 100px">${WIDE}</div>`));
      const regions = roots.map((root) => watchScrollRegions(root));
      await frames(3);
      expect(made).to.be.below(2);
      expect(roots.map((root) => root.querySelectorAll('[tabindex]').length)).to.deep.equal([1, 1, 1, 1, 1]);
      regions[0]?.dispose();
      for (const root of roots) root.style.width = '2000px';
      await frames(3);
      // The others are looked at as before.
      expect(roots.map((root) => root.querySelectorAll('[tabindex]').length)).to.deep.equal([1, 0, 0, 0, 0]);
      for (const region of regions) region.dispose();
    } finally {
      globalThis.ResizeObserver = ResizeObserver;
    }
  });

  it('looks at nothing any more once it is disposed of', async () => {
    const root = box(`<div style="width: 2000px">${WIDE}</div>`);
    const regions = watchScrollRegions(root);
    await frames(3);
    regions.dispose();
    root.style.width = '100px';
    await frames(3);
    expect(root.querySelector('[tabindex]')).to.equal(null);
  });
});
