import { expect } from 'chai';
import { folders, run, type Run } from './command-line.js';

interface Found {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

interface Report {
  readonly problems: readonly Found[];
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
}

const reportOf = ({ out }: Run): Report => JSON.parse(out) as Report;

/** `file:line:column code`, in their order. */
const summary = ({ problems }: Report): string[] =>
  problems.map(({ file, line, column, code }) => `${file}:${String(line)}:${String(column)} ${code}`);

describe('doc-elements check', () => {
  const folder = folders();

  /** Checks files in a folder of their own. */
  async function check(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Report> {
    return reportOf(await run(['check', '--format', 'json', ...args], { cwd: folder(files).path }));
  }

  it('finds nothing in pages that are right', async () => {
    const { code, out, err } = await run(['check', '.'], {
      cwd: folder({
        'a.md': '# A\n\n[b](b.md#b) [c](c/) ![x](x.png)\n',
        'b.md': '## B\n',
        'c/index.md': '# C\n',
        'x.png': '',
      }).path,
    });
    expect({ code, out }).to.deep.equal({ code: 0, out: '' });
    expect(err).to.match(/^Checked 3 files in .* s: no errors, no warnings\.\n$/);
  });

  it('finds files and images that are missing, and says what was meant', async () => {
    const report = await check(
      { 'docs/a.md': '[x](gide.md)\n[y](../z.txt)\n\n<img src="no.png" alt="n">\n', 'docs/guide.md': '' },
      'docs',
    );
    expect(summary(report)).to.deep.equal([
      'docs/a.md:1:1 file-missing',
      'docs/a.md:2:1 file-missing',
      'docs/a.md:4:1 file-missing',
    ]);
    expect(report.problems[0]?.message).to.contain('Did you mean guide.md?');
    expect(report.errors).to.equal(3);
  });

  it('finds fragments that are dead in this page and in others, checked or not', async () => {
    const report = await check(
      {
        'a.md': '[b](#b)\n[c](c.md#c) [d](c.md#d)\n[e](other/e.md#x) [f](c.html#e) [g](c.md#C)\n',
        'c.md': '## C\n',
        'other/e.md': '## E\n',
      },
      'a.md',
      'c.md',
    );
    expect(summary(report)).to.deep.equal([
      'a.md:1:1 fragment-dead',
      'a.md:2:13 fragment-dead',
      'a.md:3:1 fragment-dead',
      'a.md:3:19 fragment-dead',
      'a.md:3:33 fragment-dead',
    ]);
    expect(report.problems.map(({ severity }) => severity)).to.deep.equal([
      'error',
      'error',
      'error',
      'error',
      'info',
    ]);
    expect(report.problems[2]?.message).to.match(/^other\/e\.md has no heading/);
  });

  it('follows links as sites and forges do', async () => {
    const files = {
      'docs/a.md':
        '[1](b) [2](b.html#b) [3](/docs/b.md) [4](c) [5](c/#c) [6](b%20c.md) [7](../../issues) [8](b.md#L3) [9]({{ x }}/y.md) [10](//h/x) [11](b.md?x#b)\n',
      'docs/b.md': '## B\n',
      'docs/b c.md': '',
      'docs/c/README.md': '## C\n',
    };
    expect(
      summary(await check(files, 'docs/a.md')).filter((line) => !line.includes('template')),
    ).to.deep.equal([]);
    const rooted = await check({ 'docs/a.md': '[x](/b.md)', 'docs/b.md': '' }, 'docs', '--root', 'docs');
    expect(summary(rooted)).to.deep.equal([]);
  });

  it('finds ids that stand twice, references that are not defined, skipped levels, images without text', async () => {
    const text =
      '---\ntitle: A\n---\n\n## B\n\n<p id="b">x</p>\n\nx [y][z]\n\n#### C\n\n![](https://e.org/i.png)\n';
    const report = await check({ 'a.md': text }, 'a.md');
    expect(summary(report)).to.deep.equal([
      'a.md:7:1 id-duplicate',
      'a.md:9:3 link-unresolved',
      'a.md:11:undefined heading-level-skipped',
      'a.md:13:1 image-alt-missing',
    ]);
    expect(report).to.include({ files: 1, errors: 0, warnings: 3 });
  });

  it('checks page data, with lines', async () => {
    const data =
      '{"sections": [\n{"heading": "A", "body": "[x](#y)"},\n{"heading": "B", "sections": [{"heading":"C",\n"body": "[x](nope.md)"}]}]}';
    expect(summary(await check({ 'a.json': data }, 'a.json'))).to.deep.equal([
      'a.json:2:18 fragment-dead',
      'a.json:4:1 file-missing',
    ]);
  });

  it('ends as --max-warnings says', async () => {
    const { path } = folder({ 'a.md': '![](https://e.org/i.png) ![](https://e.org/j.png)' });
    const [all, two, one] = await Promise.all(
      [[], ['--max-warnings', '2'], ['--max-warnings', '1']].map((args) =>
        run(['check', 'a.md', ...args], { cwd: path }),
      ),
    );
    expect([all?.code, two?.code, one?.code]).to.deep.equal([0, 0, 1]);
    expect(one?.err).to.contain('More warnings than --max-warnings 1.');
  });

  it('writes for people, and for GitHub', async () => {
    const { path } = folder({ 'a,b.md': '\n\n[100% x](<no\n file.md>)\n[y](#z)\n' });
    const [pretty, github, quiet] = await Promise.all([
      run(['check', '.'], { cwd: path }),
      run(['check', '.', '--format', 'github'], { cwd: path }),
      run(['check', '.', '--quiet'], { cwd: path }),
    ]);
    expect(pretty.out).to.match(/^a,b\.md\n {2}5:1 {2}error {4}This page has no .* {2}fragment-dead\n\n$/);
    expect(pretty.err).to.contain('Checked 1 file');
    expect(github.out).to.match(
      /^::error file=a%2Cb\.md,line=5,col=1,title=fragment-dead::This page has no /,
    );
    expect(quiet.err).to.equal('');
  });

  it('reports in the order of the files, whatever thread was first', async () => {
    const names = Array.from({ length: 80 }, (_, index) => `p${String(index).padStart(3, '0')}.md`);
    const files = Object.fromEntries(
      names.map((name, index) => [name, `${'text\n\n'.repeat((index % 7) * 300)}[x](#y)\n`]),
    );
    const report = await check(files, '.', '--jobs', '2');
    expect(report.problems.map(({ file }) => file)).to.deep.equal(names);
    expect(report.files).to.equal(80);
  });
});
