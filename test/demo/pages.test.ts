import { expect } from 'chai';
import { atRest, closeFrames, faultsOf, open, placesOf, settled } from './frame.js';

const PAGES = [
  '/demo/index.html',
  '/demo/about.html',
  '/demo/editor.html',
  '/demo/features.html',
  '/demo/reading.html',
  '/demo/diagrams.html',
  '/demo/states.html',
  '/demo/hosts.html',
  '/demo/repositories.html',
  '/demo/beside.html',
  '/demo/speed.html',
  '/demo/hosts/bootstrap.html',
  '/demo/hosts/jekyll.html',
  '/demo/hosts/bare.html',
  '/demo/overview.html',
  '/demo/docs/concepts/primer.html',
  '/demo/support/index.html',
];

const SECTIONS = ['about-net', 'about-net-core', 'further-reading-on-net-core'];

/** The links of the seed, in order; those without a scheme as they resolve on its site. */
const LINKS = [
  'https://github.com/dotnet/coreclr/blob/master/Documentation/project-docs/dotnet-standards.md',
  '/docs/concepts/primer.html',
  'http://blogs.msdn.com/b/dotnet/archive/2015/02/03/coreclr-is-now-open-source.aspx',
  'https://github.com/dotnet/coreclr',
  'https://github.com/dotnet/corefx',
  'https://github.com/dotnet/cli/',
  'https://github.com/dotnet/roslyn',
  'https://github.com/dotnet/llilc',
  '/overview.html',
  '/support/',
].map((href) => new URL(href, location.origin).href);

const linksOf = (root: ParentNode): string[] =>
  [...root.querySelectorAll<HTMLAnchorElement>('doc-section a:not(.heading-anchor)')].map(({ href }) => href);
const idsOf = (root: ParentNode): string[] => [...root.querySelectorAll('h2[id]')].map(({ id }) => id);

/** The words of the sections, without the white space between elements, which differs with who wrote them. */
const textOf = (page: Element): string =>
  [...page.querySelectorAll('doc-section')]
    .map(({ textContent }) => textContent.replace(/\s+/g, ''))
    .join('|');

describe('the demo', function () {
  this.timeout(120_000);
  afterEach(closeFrames);

  it('shows the seed page', async () => {
    const { document, window } = await open('/demo/about.html');
    const page = document.querySelector('doc-page')!;
    expect([...document.querySelectorAll('h1')].map(({ textContent }) => textContent)).to.deep.equal([
      'About .NET Core',
    ]);
    expect(idsOf(page)).to.deep.equal(SECTIONS);
    expect(linksOf(page)).to.deep.equal(LINKS);
    expect(page.querySelectorAll('repo-link')).to.have.lengthOf(6);
    expect(page.textContent).not.to.contain('layout:').and.not.to.contain('---');
    const origins = window.performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin);
    expect(new Set(origins)).to.deep.equal(new Set([location.origin]));
  });

  it('leads to pages that exist', async () => {
    for (const href of LINKS.filter((link) => link.startsWith(location.origin))) {
      const { pathname } = new URL(href);
      expect(
        (await fetch(`/demo${pathname.endsWith('/') ? `${pathname}index.html` : pathname}`)).status,
        pathname,
      ).to.equal(200);
    }
  });

  it('gives the same page from Markdown, JSON and tags', async () => {
    const { document } = await open('/demo/index.html');
    const seen: unknown[] = [];
    for (const format of ['markdown', 'json', 'tags']) {
      document
        .querySelector<HTMLElement>(`[value="${format}"], [data-source="${format}"], #tab-${format}`)
        ?.click();
      await settled(() => document.querySelectorAll('doc-page h3, doc-page h2').length >= 3);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const page = [...document.querySelectorAll('doc-page')].find(
        ({ offsetParent }) => offsetParent !== null,
      )!;
      await settled(() => page.querySelector('doc-toc nav') !== null);
      await atRest(page);
      seen.push({
        ids: [...page.querySelectorAll('doc-section [id]')].map(({ id }) => id),
        links: linksOf(page),
        text: textOf(page),
        places: placesOf(page),
      });
    }
    expect((seen[0] as { ids: string[] }).ids).to.deep.equal(SECTIONS);
    expect(seen[1]).to.deep.equal(seen[0]);
    expect(seen[2]).to.deep.equal(seen[0]);
  });

  for (const path of PAGES)
    it(`has nothing axe objects to: ${path}`, async function () {
      // WebKitGTK draws a frame too slowly for long pages to be scrolled through in time.
      if (!CSS.supports('-moz-appearance', 'none') && !('chrome' in window) && path !== '/demo/about.html')
        this.skip();
      for (const width of [360, 1280]) {
        const frame = await open(path, width);
        expect(await faultsOf(frame), `${width} pixels`).to.deep.equal([]);
        closeFrames();
      }
    });

  for (const path of PAGES)
    it(`fits on a narrow screen: ${path}`, async () => {
      const { document } = await open(path, 320);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    });

  it('arrives at a deep link, below a fixed bar', async () => {
    const { document, window } = await open('/demo/hosts/bootstrap.html#about-net-core', 800);
    const target = document.querySelector('#about-net-core')!;
    await settled(() => window.scrollY > 0 && target.matches(':target'));
    const bar = document.querySelector('.fixed-top, .navbar-fixed-top, nav.navbar');
    expect(target.matches(':target')).to.equal(true);
    const { top } = target.getBoundingClientRect();
    expect(top)
      .to.be.at.least((bar?.getBoundingClientRect().bottom ?? 0) - 1)
      .and.to.be.below(900);
  });

  it('works with two copies of the library', async () => {
    const { document, window } = await open('/demo/about.html');
    const errors: string[] = [];
    window.addEventListener('error', ({ message }) => errors.push(message));
    const script = document.createElement('script');
    script.type = 'module';
    script.src = '/cdn/doc-elements.js?second';
    await new Promise((resolve, reject) => {
      script.addEventListener('load', resolve, { once: true });
      script.addEventListener('error', reject, { once: true });
      document.head.append(script);
    });
    expect(errors).to.deep.equal([]);
    expect(idsOf(document)).to.deep.equal(SECTIONS);
  });
});
