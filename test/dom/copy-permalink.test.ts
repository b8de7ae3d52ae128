import { expect } from 'chai';
import { copyPermalink } from '../../src/dom/copy-permalink.js';
import { find, mount, removeFixtures } from './fixture.js';

describe('copyPermalink', () => {
  afterEach(() => {
    removeFixtures();
    document.querySelector('base')?.remove();
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('copies the address of the place in this page, whatever a base element says', async () => {
    const base = document.createElement('base');
    base.href = '/elsewhere/';
    document.head.append(base);
    let copied = '';
    const writeText = (text: string): Promise<void> => Promise.resolve(void (copied = text));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const root = mount('<h2 id="team">Team <a class="heading-anchor" href="#team">#</a></h2>');
    const link = find<HTMLAnchorElement>(root, 'a');
    await copyPermalink(link);
    expect(copied).to.equal(`${location.href.replace(/#.*/, '')}#team`);
    expect(link.hasAttribute('data-copied')).to.equal(true);
  });
});
