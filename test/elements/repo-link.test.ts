import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage, RepoLink } from '../../src/index.js';
import { clearFixtures, fixture, until } from './fixture.js';

const make = async (html: string): Promise<RepoLink> => {
  const element = fixture<RepoLink>(html);
  await element.updateComplete;
  return element;
};
const anchor = (element: Element): HTMLAnchorElement | null => element.querySelector('a');
const icon = (element: Element): Element | null | undefined => element.shadowRoot?.querySelector('svg');
const isDrawn = (element: Element): boolean => element.matches(':state(drawn)');

/** A link that is in view, with its sign. */
const makeDrawn = async (html: string): Promise<RepoLink> => {
  const element = fixture<RepoLink>(html);
  await until(() => isDrawn(element), 'the sign');
  await element.updateComplete;
  return element;
};

describe('repo-link', () => {
  afterEach(clearFixtures);

  it('leaves an authored link as it is', async () => {
    const html = '<a href="https://github.com/dotnet/coreclr">CoreCLR</a>';
    const element = await makeDrawn(`<repo-link>${html}</repo-link>`);
    expect(element.innerHTML).to.equal(html);
    expect(element.forge).to.equal('github');
    expect(icon(element)).to.be.an.instanceOf(SVGElement);
  });

  for (const [dir, words] of [
    ['ltr', 'one two three '],
    ['rtl', 'نص عربي قصير '],
  ] as const)
    it(`has its sign in the room kept before its text, ${dir}`, async () => {
      const text = words.repeat(5);
      const paragraph = fixture(
        `<p dir="${dir}" style="width: 200px">${text}<repo-link><a href="https://github.com/dotnet/coreclr">CoreCLR</a></repo-link> ${text}</p>`,
      );
      const element = paragraph.querySelector('repo-link')!;
      await until(() => isDrawn(element), 'the sign');
      await element.updateComplete;
      const sign = icon(element)!.getBoundingClientRect();
      const link = anchor(element)!.getBoundingClientRect();
      const gap = dir === 'ltr' ? link.left - sign.right : sign.left - link.right;
      expect(gap).to.be.within(0, sign.width);
      expect(sign.top).to.be.at.least(link.top - 3);
      expect(sign.bottom).to.be.at.most(link.bottom + 3);
      expect(paragraph.scrollWidth).to.be.at.most(200);
    });

  const made: [html: string, href: string, text: string][] = [
    ['<repo-link repo="dotnet/coreclr"></repo-link>', 'https://github.com/dotnet/coreclr', 'dotnet/coreclr'],
    ['<repo-link repo="dotnet/coreclr">CoreCLR</repo-link>', 'https://github.com/dotnet/coreclr', 'CoreCLR'],
    [
      '<repo-link repo="https://codeberg.org/forgejo/forgejo"></repo-link>',
      'https://codeberg.org/forgejo/forgejo',
      'forgejo/forgejo',
    ],
    [
      '<repo-link href="https://github.com/dotnet/coreclr/issues/12"></repo-link>',
      'https://github.com/dotnet/coreclr/issues/12',
      'dotnet/coreclr#12',
    ],
    ['<repo-link href="https://example.org/x">X</repo-link>', 'https://example.org/x', 'X'],
  ];
  for (const [html, href, text] of made)
    it(`makes the link of ${html}`, async () => {
      const element = await make(html);
      expect(anchor(element)?.href).to.equal(href);
      expect(anchor(element)?.textContent).to.equal(text);
    });

  it('keeps its text where it has no address, or an unsafe one', async () => {
    for (const html of ['<repo-link>x</repo-link>', '<repo-link href="javascript:alert(1)">x</repo-link>']) {
      const element = await make(html);
      expect(anchor(element)).to.equal(null);
      expect(element.textContent).to.equal('x');
    }
  });

  it('follows a link that is put in later', async () => {
    const element = await make('<repo-link></repo-link>');
    element.innerHTML = '<a href="https://gitlab.com/inkscape/inkscape">Inkscape</a>';
    await until(() => element.forge === 'gitlab', 'the forge of the link');
  });

  /** The sign as it is drawn. */
  const drawn = async (html: string): Promise<string> => {
    const element = await makeDrawn(html);
    return [...icon(element)!.querySelectorAll('path')].map((path) => path.getAttribute('d')).join();
  };

  it('draws a sign for each forge, and one for each kind of place', async () => {
    const hosts = ['github.com', 'gitlab.com', 'codeberg.org', 'gitea.com', 'bitbucket.org', 'example.org'];
    const places = [
      'blob/main/a.c',
      'tree/main/src',
      'commit/1f2e3d4',
      'issues/1',
      'pull/1',
      'discussions/1',
    ];
    const more = ['releases/tag/v1', 'wiki', 'actions'];
    const urls = [
      ...hosts.map((host) => `https://${host}/o/n`),
      ...[...places, ...more].map((place) => `https://github.com/o/n/${place}`),
    ];
    const signs = await Promise.all(urls.map((url) => drawn(`<repo-link href="${url}">x</repo-link>`)));
    expect(new Set(signs)).to.have.lengthOf(urls.length);
    expect(
      await drawn('<repo-link href="https://gitlab.com/g/h/n/-/merge_requests/1">x</repo-link>'),
    ).to.equal(signs[urls.indexOf('https://github.com/o/n/pull/1')]);
    expect(await drawn('<repo-link href="https://github.com/o/n/settings">x</repo-link>')).to.equal(signs[0]);
  });

  it('knows a forge that the link or its page names', async () => {
    const link = '<a href="https://git.example.org/o/n">N</a>';
    const named = await makeDrawn(`<repo-link forges="git.example.org=gitea">${link}</repo-link>`);
    expect(named.forge).to.equal('forgejo');
    const page = fixture(
      `<doc-page forges="git.example.org=gitlab"><repo-link>${link}</repo-link></doc-page>`,
    );
    const inPage = page.querySelector<RepoLink>('repo-link')!;
    await until(() => inPage.forge === 'gitlab', 'the forge that the page names');
    const other = fixture<DocPage>('<doc-page></doc-page>');
    other.forges = 'git.example.org=gitlab';
    other.markdown = `<repo-link>${link}</repo-link>`;
    await other.updateComplete;
    await until(
      () => other.querySelector<RepoLink>('repo-link')?.forge === 'gitlab',
      'the property of the page',
    );
    for (const later of [page as unknown as DocPage, other]) {
      later.forges = 'git.example.org=gitea';
      await until(
        () => later.querySelector<RepoLink>('repo-link')?.forge === 'forgejo',
        'what the page names later',
      );
    }
    expect((await makeDrawn(`<repo-link>${link}</repo-link>`)).forge).to.equal(undefined);
  });

  it('says what a bare address leads to, and leaves every other text to its author', async () => {
    const url = 'https://github.com/dotnet/runtime/pull/12';
    const labelOf = async (text: string, attributes = ''): Promise<string | null> =>
      anchor(
        await makeDrawn(`<repo-link><a href="${url}"${attributes}>${text}</a></repo-link>`),
      )!.getAttribute('aria-label');
    expect(await labelOf(url)).to.equal(`Pull request 12 in dotnet/runtime: ${url}`);
    expect(await labelOf('the fix')).to.equal(null);
    expect(await labelOf(url, ' aria-label="The fix"')).to.equal('The fix');
  });

  it('has its sign from the style sheet in a page, where that is the right one', async () => {
    const links = [
      'https://github.com/dotnet/coreclr',
      'https://github.com/dotnet/coreclr/blob/main/README.md',
      'https://github.com/dotnet/coreclr/issues/1',
    ].map((href) => `<repo-link><a href="${href}">x</a></repo-link>`);
    const page = fixture(`<doc-page toc="none"><h1>T</h1><p>${links.join(' ')}</p></doc-page>`);
    const [repository, file, issue] = page.querySelectorAll('repo-link');
    await until(() => isDrawn(issue!), 'the sign of an issue');
    expect([isDrawn(repository!), isDrawn(file!)]).to.deep.equal([false, false]);
    expect(repository!.forge).to.equal('github');
    const shapes = [repository, file, issue].map(
      (element) => getComputedStyle(element!, '::before').clipPath,
    );
    expect(shapes[0]).to.match(/^polygon/);
    expect(shapes[1])
      .to.match(/^polygon/)
      .and.not.equal(shapes[0]);
    expect(getComputedStyle(issue!, '::before').content).to.equal('none');
  });

  it('is read when it comes near, and not before', async () => {
    const far = fixture(
      '<div><div style="height: 5000px"></div><repo-link><a href="https://gitlab.com/o/n">x</a></repo-link></div>',
    ).querySelector('repo-link')!;
    await far.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
    expect([isDrawn(far), far.forge]).to.deep.equal([false, undefined]);
    far.scrollIntoView();
    await until(() => isDrawn(far), 'the sign of a link that is scrolled to');
    expect(far.forge).to.equal('gitlab');
    scrollTo(0, 0);
  });

  it('asks nothing of the network', async () => {
    const before = performance.getEntriesByType('resource').length;
    await make('<repo-link repo="dotnet/coreclr"></repo-link>');
    expect(performance.getEntriesByType('resource')).to.have.lengthOf(before);
  });
});
