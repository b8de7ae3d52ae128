import { expect } from 'chai';
import type { DocPage, Problem } from '../../src/index.js';
import '../../src/index.js';
import { clearFixtures, fixture, until } from '../elements/fixture.js';

const FLOW = '```mermaid\nflowchart LR\n  A[Source] --> B[Page]\n```\n';

const picture = (host: Element): HTMLImageElement | null =>
  host.querySelector('doc-code')?.shadowRoot?.querySelector('img') ?? null;
const svgOf = (image: HTMLImageElement): string =>
  decodeURIComponent(image.src.slice(image.src.indexOf(',') + 1));

async function page(markdown: string, style = ''): Promise<DocPage> {
  const host = fixture<DocPage>(`<doc-page style="${style}"></doc-page>`);
  host.markdown = markdown;
  await host.updateComplete;
  return host;
}

describe('doc-elements/diagrams.js', function () {
  // The first diagram waits for some megabytes of Mermaid to be read.
  this.timeout(60_000);
  afterEach(clearFixtures);

  it('shows the source as code until it is imported, then draws what is there', async () => {
    const host = await page(FLOW);
    const code = host.querySelector('doc-code')!;
    await until(() => code.shadowRoot?.querySelector('button') != null, 'the chrome');
    expect(picture(host)).to.equal(null);
    expect(code.querySelector('pre')!.checkVisibility()).to.equal(true);
    await import('../../src/define/diagrams.js');
    await slowly(() => picture(host) !== null, 'the diagram');
    expect(picture(host)!.naturalWidth).to.be.greaterThan(50);
    const svg = svgOf(picture(host)!);
    expect(svg).to.include('Source').and.include('Page');
    expect(svg).to.not.match(/<script|\son\w+=/i);
  });

  it('says what it shows: in the words of its author, or what it is', async () => {
    const host = await page(
      `\`\`\`mermaid\nflowchart LR\n  accTitle: From source to page\n  accDescr: The source becomes a page.\n  A --> B\n\`\`\`\n`,
    );
    await slowly(() => picture(host) !== null, 'the diagram');
    expect(picture(host)!.alt).to.equal('From source to page. The source becomes a page.');
    const other = fixture<DocPage>('<doc-page lang="de"></doc-page>');
    other.markdown = FLOW;
    await other.updateComplete;
    await slowly(() => picture(other) !== null, 'the diagram');
    expect(picture(other)!.alt).to.equal('Diagramm');
  });

  it('keeps the source in reach', async () => {
    const host = await page(FLOW);
    await slowly(() => picture(host) !== null, 'the diagram');
    const code = host.querySelector('doc-code')!;
    expect(code.querySelector('pre')!.checkVisibility({ contentVisibilityAuto: true })).to.equal(false);
    code.shadowRoot!.querySelector<HTMLElement>('summary')!.click();
    await until(
      () => code.querySelector('pre')!.checkVisibility({ contentVisibilityAuto: true }),
      'the source',
    );
    expect(code.querySelector('pre')!.textContent).to.include('A[Source] --> B[Page]');
    expect(code.shadowRoot!.querySelector('[part~="copy"]')).to.not.equal(null);
  });

  it('has the colours of the scheme it stands in, and follows when that changes', async () => {
    const host = await page(FLOW, 'color-scheme: light');
    await slowly(() => picture(host) !== null, 'the diagram');
    const light = svgOf(picture(host)!);
    host.style.colorScheme = 'dark';
    await slowly(() => picture(host) !== null && svgOf(picture(host)!) !== light, 'the dark diagram');
    const fill = (svg: string) => /\.node rect[^}]*fill:([^;]+);/.exec(svg)?.[1];
    expect(fill(svgOf(picture(host)!))).to.not.equal(fill(light));
  });

  it('shows what cannot be read as it is, and says why', async () => {
    let told: readonly Problem[] = [];
    const host = fixture<DocPage>('<doc-page></doc-page>');
    host.addEventListener('doc-problem', (event) => (told = event.problems));
    host.markdown = '```mermaid\nflowchart LR\n  A --\n```\n';
    await host.updateComplete;
    await slowly(() => told.length > 0, 'the problem');
    expect(told[0]).to.include({ code: 'diagram-invalid', severity: 'warning' });
    expect(picture(host)).to.equal(null);
    expect(host.querySelector('pre')!.checkVisibility()).to.equal(true);
    // Nothing that Mermaid measures or complains with stays behind.
    expect([...document.querySelectorAll('body > [id*="doc-diagram"]')]).to.deep.equal([]);
  });

  it('draws nothing that could run or load', async () => {
    const host = await page(
      '```mermaid\nflowchart LR\n  A["<img src=x onerror=alert(1)>"] --> B\n  click B "javascript:alert(1)"\n  click A call alert(1)\n```\n',
    );
    await slowly(() => picture(host) !== null, 'the diagram');
    const svg = svgOf(picture(host)!);
    expect(svg).to.not.match(/javascript:|<script|<img|\sonerror=/i);
    expect(host.querySelector('doc-code')!.shadowRoot!.querySelector('[part="rendered"] svg')).to.equal(null);
  });

  it('waits until it is near', async () => {
    const container = fixture(
      '<div style="padding-block-start: 500vh"><doc-code><pre><code class="language-mermaid">flowchart LR\n  A --> B</code></pre></doc-code></div>',
    );
    const code = container.querySelector('doc-code')!;
    await code.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    expect(picture(container)).to.equal(null);
    code.scrollIntoView();
    await slowly(() => picture(container) !== null, 'the diagram');
  });
});

/** Like `until`, for what takes an engine seconds on a busy machine. */
async function slowly(condition: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 2000 && !condition(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  if (!condition()) throw new Error(`Waited for ${what}`);
}
