import { expect } from 'chai';
import '../../src/index.js';
import type { DocCallout } from '../../src/index.js';
import { clearFixtures, fixture, until } from './fixture.js';

const titleOf = (host: Element): string =>
  host.shadowRoot!.querySelector('[part="title"]')!.textContent.trim();

async function make(html: string): Promise<DocCallout> {
  const host = fixture<DocCallout>(html);
  const callout = host.localName === 'doc-callout' ? host : (host as Element).querySelector('doc-callout')!;
  await until(() => callout.shadowRoot!.querySelector('[part="title"]') !== null, 'the title');
  return host;
}

describe('doc-callout', () => {
  afterEach(clearFixtures);

  it('is titled by its kind, or by its author', async () => {
    expect(titleOf(await make('<doc-callout>a</doc-callout>'))).to.equal('Note');
    expect(titleOf(await make('<doc-callout kind="danger">a</doc-callout>'))).to.equal('Caution');
    expect(titleOf(await make('<doc-callout kind="nothing">a</doc-callout>'))).to.equal('Note');
    expect(titleOf(await make('<doc-callout kind="tip" heading="Try it">a</doc-callout>'))).to.equal(
      'Try it',
    );
  });

  it('is the same box in a page and on its own', async () => {
    const alone = await make('<doc-callout kind="tip"><p>a</p></doc-callout>');
    const page = fixture('<doc-page><doc-callout kind="tip"><p>a</p></doc-callout></doc-page>');
    const inPage = page.querySelector('doc-callout')!;
    await until(() => inPage.shadowRoot?.querySelector('[part="title"]') != null, 'the title in the page');
    const box = (element: Element): string[] => {
      const { borderTopColor, borderTopStyle, paddingTop, backgroundColor, borderRadius } =
        getComputedStyle(element);
      return [borderTopColor, borderTopStyle, paddingTop, backgroundColor, borderRadius];
    };
    await until(() => getComputedStyle(alone).borderTopStyle === 'solid', 'the box of the one on its own');
    expect(box(alone)).to.deep.equal(box(inPage));
  });

  it('leaves the host’s own classes of that name alone', async () => {
    await make('<doc-callout>a</doc-callout>');
    const own = fixture('<div class="markdown-alert markdown-alert-tip">a</div>');
    expect(getComputedStyle(own).borderTopStyle).to.equal('none');
  });

  it('speaks the language of the page', async () => {
    const host = (
      await make('<div lang="de"><doc-callout kind="warning">a</doc-callout></div>')
    ).querySelector('doc-callout')!;
    await until(() => titleOf(host) === 'Warnung', 'the German title');
  });

  it('leaves its content where it is', async () => {
    const host = await make('<doc-callout><p id="content">a</p></doc-callout>');
    expect(host.querySelector('#content')!.parentElement).to.equal(host);
    expect(host.innerHTML).to.equal('<p id="content">a</p>');
  });

  it('folds, and says when it is open', async () => {
    const host = await make('<doc-callout collapsible><p>a</p></doc-callout>');
    const content = host.querySelector('p')!;
    expect(content.checkVisibility()).to.equal(false);
    host.shadowRoot!.querySelector('summary')!.click();
    await until(() => host.hasAttribute('open'), 'the attribute');
    expect(content.checkVisibility()).to.equal(true);
    host.open = false;
    await host.updateComplete;
    expect(content.checkVisibility()).to.equal(false);
  });
});
