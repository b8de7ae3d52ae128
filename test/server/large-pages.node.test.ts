import { expect } from 'chai';
import { math } from '../../src/define/math.js';
import { checkPage } from '../../src/model/check-page.js';
import type { Problem } from '../../src/model/problem.js';
import { fillCards, snapshotScript } from '../../src/server/cards.js';
import { placeInJson } from '../../src/server/cli/json-places.js';
import { describePage } from '../../src/server/description.js';
import { ENGLISH } from '../../src/model/labels/en.js';
import { renderPage } from '../../src/server/server.js';
import { InventoryCollector } from '../../src/source/inventory.js';
import { fromMarkdown } from '../../src/source/markdown.js';

/** Each of these takes milliseconds, or minutes where something is read anew for each of its parts. */
describe('the server on large pages', function () {
  this.timeout(6000);

  const described = (html: string): string | undefined =>
    describePage({ lead: [{ kind: 'prose', html, headings: [] }], sections: [] } as never);

  it('describes paragraphs that nobody closed, tags that never end and notes in notes', () => {
    expect(described(`${'<p>'.repeat(300_000)}a`)).to.equal('a');
    expect(described('<p '.repeat(300_000))).to.equal(undefined);
    expect(described(`<p>${'<sup>'.repeat(300_000)}</p><p>b</p>`)).to.equal('b');
    expect(described(`<p>${'<'.repeat(100)}</p>`)).to.equal('<'.repeat(100));
  });

  it('describes by text alone', () => {
    expect(
      described('<style>p {}</style><p><script>1</script> <!-- <p> --> a <b>b</b>&eacute;<sup>1</sup>.</p>'),
    ).to.equal('a bé.');
  });

  it('fills thousands of cards from a snapshot of as many repositories', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `o/n${index}`);
    const repos = { repositories: names.map((name) => ({ url: `https://github.com/${name}`, stars: 1 })) };
    const cards = names.map((name) => `<repo-link variant="card" repo="${name}"></repo-link>`).join('\n');
    const html = fillCards(cards, { repos, forges: {}, labels: ENGLISH });
    expect(html.match(/repo-facts/g)).to.have.length(names.length);
    expect(snapshotScript(html, repos)).to.contain('/o/n9999"');
  });

  it('takes along the facts of repositories whose files are linked, of those that moved, and no others', () => {
    const repositories = [
      { url: 'https://github.com/o/a' },
      { url: 'https://github.com/o/old', movedTo: 'https://github.com/o/new' },
      { url: 'https://gitlab.com/g/h/i.git' },
      { url: 'https://github.com/o/abc' },
    ];
    const html =
      '<a href="https://github.com/O/a/blob/main/x.md#l1">a</a> <a href="https://github.com/o/new?x">b</a> ' +
      `<a href="https://gitlab.com/g/h/i/-/issues/1">c</a> https://github.com/o/abcd https:${'/'.repeat(300_000)}x`;
    const script = snapshotScript(html, { repositories });
    expect(JSON.parse(script.replace(/<[^>]*>/g, ''))).to.deep.equal({
      repositories: repositories.slice(0, 3),
    });
  });

  it('tells the line of each formula that cannot be read, also of those in data', async () => {
    const lines: (number | undefined)[] = [];
    const onProblems = (problems: readonly Problem[]): void => {
      for (const { code, place } of problems) if (code === 'formula-invalid') lines.push(place?.line);
    };
    await renderPage('$x$\n\n$\\frac{$\n\n$$\n\\a\n+ \\b\n$$\n\n$\\c$', { math, onProblems });
    expect(lines).to.deep.equal([3, 6, 10]);
    lines.length = 0;
    const data = JSON.stringify({ lang: 'en', body: String.raw`$\a$ $"\b$` }).replace(',', ',\n');
    await renderPage(data, { format: 'json', math, onProblems });
    expect(lines).to.deep.equal([2, undefined]);
  });

  it('checks thousands of links to headings that nobody wrote so', async () => {
    const inventory = new InventoryCollector();
    const links = Array.from(
      { length: 4000 },
      (_, index) => `## head ${index}\n\n[x](#hedd-${index}) [y](#Head-${index})`,
    );
    const { page } = await fromMarkdown(links.join('\n\n'), {}, inventory);
    const problems = checkPage(page, inventory);
    const severities = problems.map(({ severity }) => severity);
    expect(severities.filter((severity) => severity === 'error')).to.have.length(4000);
    expect(severities.filter((severity) => severity === 'info')).to.have.length(4000);
    expect(problems[0]!.message).to.contain('Did you mean “#head-0”?');
  });

  it('finds thousands of problems in data', () => {
    const sections = Array.from({ length: 20_000 }, (_, index) => ({ heading: `${index}` }));
    const problems = sections.map((_, index): Problem => ({
      code: 'url-unsafe',
      severity: 'error',
      message: '',
      place: { path: `sections[${index}].heading` },
    }));
    const placed = placeInJson(problems, JSON.stringify({ sections }, null, 1));
    expect(placed.map(({ place }) => place?.line)).to.deep.equal(sections.map((_, index) => 4 + 3 * index));
  });
});
