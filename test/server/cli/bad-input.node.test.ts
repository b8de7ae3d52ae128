import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { folders, run, type Folder } from './command-line.js';

/** Everybody may do everything as root, so that permissions are tested as nobody. */
const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

/** All files below a folder, by their path in it. */
const filesIn = ({ path }: Folder, name = '.'): string[] =>
  existsSync(join(path, name))
    ? readdirSync(join(path, name), { recursive: true, encoding: 'utf8', withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort()
    : [];

const amongYourOwn = (page: string, copy: string): string =>
  `doc-elements: The Markdown of ${page} would go to ${copy}, among your own files. Choose an --out that the pages are not in.\n`;

describe('the command line on bad input', () => {
  const folder = folders();

  /** Renders `docs` of a folder to `site`. */
  const render = (site: Folder, ...args: string[]): ReturnType<typeof run> =>
    run(['render', 'docs', '--out', 'site', ...args], { cwd: site.path });

  it('goes on after a file that is missing', async () => {
    const site = folder({ 'a.md': 'A' });
    const { code, err } = await run(['render', 'no.md', 'a.md', 'no/*.md', '--out', 'site'], {
      cwd: site.path,
    });
    expect(code).to.equal(1);
    expect(err)
      .to.match(/^no\.md\n.*There is no such file or folder\./m)
      .and.to.match(/^no\/\*\.md\n.*No file fits this pattern\./m);
    expect(filesIn(site, 'site')).to.deep.equal(['a.html']);
  });

  it('goes on after a file that it may not read', async function () {
    if (process.platform === 'win32') this.skip();
    const site = folder({ 'docs/a.md': 'A', 'docs/b.md': 'B', 'site/x': '' });
    chmodSync(site.at('docs/a.md'), 0);
    for (const name of ['', 'site', 'docs']) chmodSync(site.at(name), 0o777);
    const { code, err } = await run(['render', 'docs', '--out', 'site'], {
      cwd: site.path,
      ...(isRoot && { uid: NOBODY }),
    });
    expect(code).to.equal(1);
    expect(err).to.match(/^docs\/a\.md\n +error +The file cannot be read\. This account may not/m);
    expect(filesIn(site, 'site')).to.deep.equal(['b.html', 'x']);
  });

  it('does not take a folder for a file', async () => {
    const site = folder({ 'docs/a.md/b.md': 'B', 'docs/c.md': 'C' });
    const { code } = await render(site);
    expect(code).to.equal(0);
    expect(filesIn(site, 'site')).to.deep.equal(['b.html', 'c.html']);
    const one = await run(['render', 'docs'], { cwd: site.path });
    expect(one.code).to.equal(2);
    expect(one.err).to.contain('Several pages need a place to go: --out DIR.');
  });

  it('says that a folder has no pages', async () => {
    const site = folder({ 'docs/a.txt': '' });
    const { code, err } = await render(site);
    expect(code).to.equal(1);
    expect(err).to.contain('There is no Markdown file in this folder.');
  });

  it('does not follow symbolic links in circles', async function () {
    if (process.platform === 'win32') this.skip();
    const site = folder({ 'docs/a/b.md': 'B', 'other/c.md': 'C' });
    symlinkSync('..', site.at('docs/a/up'));
    symlinkSync('../../other', site.at('docs/a/other'));
    symlinkSync('loop.md', site.at('docs/loop.md'));
    symlinkSync('gone.md', site.at('docs/broken.md'));
    const { code, err } = await render(site);
    expect(code).to.equal(1);
    expect(err).to.match(/^docs\/a\/up\n.*warning.*leads back to docs/m);
    expect(err).to.match(/^docs\/loop\.md\n.*symbolic links lead in a circle/m);
    expect(err).to.match(/^docs\/broken\.md\n.*There is no such file/m);
    expect(filesIn(site, 'site')).to.deep.equal(['b.html', 'c.html']);
  });

  it('does not follow includes, in circles or not', async () => {
    const site = folder({ 'docs/a.md': 'A\n\n{% include_relative a.md %}\n\n--8<-- "a.md"\n' });
    const { code } = await render(site);
    expect(code).to.equal(0);
    const report = await run(['check', 'docs', '--format', 'json'], { cwd: site.path });
    expect(report.out).to.contain('template-leftover').and.to.contain('"line":3');
  });

  it('checks pages that link to each other in a circle', async () => {
    const site = folder({ 'a.md': '[b](b.md#b)\n\n## A\n', 'b.md': '[a](a.md#a) [b](b.md#x)\n\n## B\n' });
    const { code, out } = await run(['check', '.'], { cwd: site.path });
    expect(code).to.equal(1);
    expect(out.match(/fragment-dead/g)).to.have.length(1);
  });

  it('says once that the output folder cannot be written', async function () {
    const site = folder({ 'docs/a.md': 'A', 'docs/b.md': 'B', site: 'a file' });
    const { code, err } = await render(site);
    expect(code).to.equal(1);
    expect(err).to.match(/^doc-elements: site cannot be written\. Something in its path is a file/);
    if (process.platform === 'win32') this.skip();
    const guarded = folder({ 'docs/a.md': 'A' });
    mkdirSync(guarded.at('site'), { mode: 0o555 });
    chmodSync(guarded.path, 0o755);
    const refused = await run(['render', 'docs', '--out', 'site'], {
      cwd: guarded.path,
      ...(isRoot && { uid: NOBODY }),
    });
    expect(refused.code).to.equal(1);
    expect(refused.err).to.match(/^docs\/a\.md\n.*site\/a\.html cannot be written\. This account may not/m);
  });

  it('goes on after an output that cannot be written', async () => {
    const site = folder({ 'docs/a.md': 'A', 'docs/b.md': 'B', 'site/a.html/x': 'a folder' });
    const { code, err } = await render(site);
    expect(code).to.equal(1);
    expect(err).to.match(/^docs\/a\.md\n +error +site\/a\.html cannot be written\. It is a folder/m);
    expect(filesIn(site, 'site')).to.deep.equal(['b.html', 'x']);
  });

  it('goes on after a picture that cannot be copied, and brings none out by a link', async function () {
    const site = folder({
      'docs/a.md': '![a](folder) ![b](b.png) ![c](c.png)\n',
      'docs/folder/x': '',
      'docs/b.png': 'b',
      'docs/c.png': 'c',
      'site/b.png/x': 'a folder',
      'secret.png': 'secret',
    });
    const { code, err } = await render(site);
    expect(code).to.equal(1);
    expect(err).to.match(/site\/b\.png cannot be written\. It is a folder/);
    expect(site.files('site')).to.deep.equal(['a.html', 'b.png/x', 'c.png']);
    if (process.platform === 'win32') this.skip();
    rmSync(site.at('docs/c.png'));
    rmSync(site.at('site'), { recursive: true });
    symlinkSync(site.at('secret.png'), site.at('docs/c.png'));
    const linked = await render(site);
    expect(linked.err).to.contain('docs/c.png is not copied');
    expect(site.files('site')).to.deep.equal(['a.html', 'b.png']);
  });

  it('says of a picture that it cannot be read, and nothing of one that cannot be there', async function () {
    if (process.platform === 'win32') this.skip();
    const site = folder({
      'docs/a.md': `![a](a.png) ![b](a.md/b.png) ![c](a%00.png) ![d](${'d'.repeat(300)}.png)\n`,
      'docs/a.png': 'a',
      'site/x': '',
    });
    chmodSync(site.at('docs/a.png'), 0);
    for (const name of ['', 'site', 'docs']) chmodSync(site.at(name), 0o777);
    const { code, err } = await run(['render', 'docs', '--out', 'site'], {
      cwd: site.path,
      ...(isRoot && { uid: NOBODY }),
    });
    expect(code).to.equal(1);
    expect(err).to.contain('docs/a.png cannot be read. This account may not').and.to.contain('1 error.');
    expect(filesIn(site, 'site')).to.deep.equal(['a.html', 'x']);
  });

  it('copies nothing hidden that a link of another name leads to', async function () {
    if (process.platform === 'win32') this.skip();
    const site = folder({ 'docs/a.md': '![b](b.png)', 'docs/.keys/secret': 'secret' });
    symlinkSync('.keys/secret', site.at('docs/b.png'));
    const { err } = await render(site);
    expect(err).to.contain('docs/b.png is not copied').and.to.contain('or a link to such a file');
    expect(site.files('site')).to.deep.equal(['a.html']);
  });

  it('reads nothing hidden, and nothing from elsewhere, that a link with the name of a page leads to', async function () {
    if (process.platform === 'win32') this.skip();
    const site = folder({
      'here/docs/a.md': 'A',
      'here/docs/.lock.md': 'Hidden',
      'here/.env': 'SECRET',
      'here/.github/HELP.md': 'Help',
      'here/notes.txt': 'Notes',
      'shared/b.md': 'B',
      'shared/d.json': '{"body": "SECRET"}',
    });
    symlinkSync('../.env', site.at('here/docs/env.md'));
    symlinkSync('../.github/HELP.md', site.at('here/docs/help.md'));
    symlinkSync('../notes.txt', site.at('here/docs/notes.md'));
    symlinkSync('../../shared', site.at('here/docs/shared'));
    const { code, err } = await run(['render', 'docs', 'docs/**/*.json', '--out', 'site'], {
      cwd: site.at('here'),
    });
    expect(code).to.equal(0);
    expect(err)
      .to.match(/^docs\/env\.md\n +warning +This link leads to \.env, which is no Markdown, and hidden/m)
      .and.to.match(/^docs\/shared\/d\.json\n +warning +This link leads to \.\.\/shared\/d\.json/m);
    expect(filesIn(site, 'here/site')).to.deep.equal(['a.html', 'b.html', 'help.html', 'notes.html']);
    const left = await run(['check', 'docs', '!docs/env.md'], { cwd: site.at('here') });
    expect(left).to.deep.include({ code: 0, out: '' });
  });

  it('never overwrites a source, and writes nothing where it would', async () => {
    const files = { 'a.md': 'A', 'a.json': '{"body": "A"}', 'docs/a.markdown': 'C', 'docs/b.json': '{}' };
    const site = folder(files);
    const said = await Promise.all(
      [
        'a.json --json --out .',
        'a.md a.json --json --out .',
        'a.json --markdown --out .',
        'docs --markdown --out .',
        'docs/a.markdown --markdown --out .',
      ].map((args) => run(['render', ...args.split(' ')], { cwd: site.path })),
    );
    expect(said.map(({ code, err }) => [code, err])).to.deep.equal([
      [2, 'doc-elements: The output of a.json would overwrite a.json itself. Choose another --out.\n'],
      [
        2,
        'doc-elements: a.md and a.json would both be written to a.json. Rename one of them, or leave one out: "!a.json".\n',
      ],
      [2, amongYourOwn('a.json', 'a.md')],
      [2, amongYourOwn('docs/a.markdown', 'a.md')],
      [2, amongYourOwn('docs/a.markdown', 'docs/a.md')],
    ]);
    for (const [name, text] of Object.entries(files)) expect(site.read(name)).to.equal(text);
    expect(site.files('.')).to.deep.equal(Object.keys(files).sort());
    // Its own Markdown is there already.
    const beside = await run(['render', 'a.md', '--markdown', '--out', '.'], { cwd: site.path });
    expect(beside.code).to.equal(0);
    expect(site.read('a.md')).to.equal('A');
  });

  it('never overwrites a source through a link to its folder', async function () {
    if (process.platform === 'win32') this.skip();
    const site = folder({ 'docs/a.json': '{"body": "A"}' });
    symlinkSync('docs', site.at('site'));
    const { code, err } = await run(['render', 'docs/*.json', '--root', 'docs', '--json', '--out', 'site'], {
      cwd: site.path,
    });
    expect(code).to.equal(2);
    expect(err).to.contain('would overwrite docs/a.json itself');
    expect(site.read('docs/a.json')).to.equal('{"body": "A"}');
  });

  it('names two sources that would be written to one file, whatever the order', async () => {
    const site = folder({ 'docs/a.md': 'A', 'docs/a.markdown': 'B', 'docs/c.md': 'C', 'c.json': '{}' });
    const said = await Promise.all(
      ['docs', 'docs/a.md docs/a.markdown', 'docs/a.markdown docs/a.md'].map((args) =>
        run(['render', ...args.split(' '), '--out', 'site'], { cwd: site.path }),
      ),
    );
    expect(said.map(({ code }) => code)).to.deep.equal([2, 2, 2]);
    const both = (one: string, other: string): string =>
      `doc-elements: docs/${one} and docs/${other} would both be written to site/`;
    expect(said[0]!.err).to.contain(`${both('a.markdown', 'a.md')}a.html. Rename`);
    expect(said[1]!.err).to.contain(both('a.md', 'a.markdown')).and.to.contain('"!docs/a.markdown"');
    expect(said[2]!.err).to.contain(both('a.markdown', 'a.md'));
    expect(existsSync(site.at('site'))).to.equal(false);
    const one = await run(['render', 'docs', '!docs/a.markdown', '--out', 'site'], { cwd: site.path });
    expect(one.code).to.equal(0);
    expect(site.read('site/a.html')).to.contain('A');
  });

  it('refuses a file of 10 MB, and reads it where it is told to', async () => {
    const site = folder({ 'docs/a.md': 'A', 'docs/big.md': 'word '.repeat(2_000_000) });
    const { code, err } = await render(site);
    expect(code).to.equal(1);
    expect(err).to.match(/^docs\/big\.md\n.*10 MB, more than the 5 MB allowed\..*--max-bytes/m);
    expect(filesIn(site, 'site')).to.deep.equal(['a.html']);
    const allowed = await render(site, '--max-bytes', '20000000');
    expect(allowed.code).to.equal(0);
    expect(site.read('site/big.html').length).to.be.greaterThan(10_000_000 - 1);
  });

  it('reads what is not valid UTF-8, and says where', async () => {
    const bytes = Buffer.concat([Buffer.from('# A\n\none '), Buffer.from([0xe9]), Buffer.from(' two\n')]);
    const { path } = folder({ 'a.md': bytes });
    const { code, out, err } = await run(['render', 'a.md'], { cwd: path });
    expect(code).to.equal(0);
    expect(out).to.contain('one \ufffd two');
    expect(err).to.match(/^a\.md\n +3 +warning .*not valid UTF-8.*text-invalid-utf8/);
  });

  it('says where JSON is wrong, and YAML', async () => {
    const { path } = folder({
      'a.json': '{\n  "title": "A",\n  "sections": [,]\n}',
      'b.md': '---\ntitle: A\ntags: [a, b\n---\n\n# B\n',
      'c.md': 'C',
    });
    const { code, err } = await run(['render', 'a.json', 'b.md', 'c.md', '--out', 'site'], { cwd: path });
    expect(code).to.equal(1);
    expect(err).to.match(/^a\.json\n +3:16 +error .*data-not-json/m);
    expect(err).to.match(/^b\.md\n +[34](?::\d+)? +error .*front-matter-invalid/m);
    expect(existsSync(join(path, 'site/b.html')) && existsSync(join(path, 'site/c.html'))).to.equal(true);
  });

  it('goes on when a file vanishes after it was listed', async function () {
    if (process.platform === 'win32') this.skip();
    // The first page is a pipe, which holds up the report, and so the list, until something is written to it.
    const names = Array.from({ length: 200 }, (_, index) => `docs/p${1000 + index}.md`);
    const site = folder(Object.fromEntries(names.map((name) => [name, 'P'])));
    execFileSync('mkfifo', [site.at('docs/p0.md')]);
    const { code, err } = await run(['render', 'docs', '--out', 'site', '--jobs', '1'], {
      cwd: site.path,
      meanwhile: () => {
        const timer = setInterval(() => {
          if (!existsSync(site.at('site/p1000.html'))) return;
          clearInterval(timer);
          rmSync(site.at('docs/p1199.md'));
          writeFileSync(site.at('docs/p0.md'), 'first');
        }, 5);
      },
    });
    expect(code).to.equal(1);
    expect(err).to.match(/^docs\/p1199\.md\n.*gone since the folder was listed/m);
    expect(err).to.contain('Rendered 200 pages');
    expect(site.read('site/p0.html')).to.contain('first');
  });

  it('leaves no half-written file when it is interrupted', async function () {
    if (process.platform === 'win32') this.skip();
    const page = 'a *b* [c](d)\n\n'.repeat(3000);
    const site = folder(
      Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`docs/p${index}.md`, page])),
    );
    let before = 0;
    const { code, err } = await run(['render', 'docs', '--out', 'site', '--jobs', '2'], {
      cwd: site.path,
      meanwhile: (child) => {
        const timer = setInterval(() => {
          before = filesIn(site, 'site').filter((name) => name.endsWith('.html')).length;
          if (before < 30) return;
          clearInterval(timer);
          child.kill('SIGINT');
        }, 5);
      },
    });
    expect(code).to.equal(130);
    expect(err).to.contain('Broken off: what was written is whole.');
    const written = filesIn(site, 'site');
    // Of all that waits in threads nothing is begun any more.
    expect(written.length).to.be.within(30, before + 15);
    expect(written.filter((name) => !name.endsWith('.html'))).to.deep.equal([]);
    for (const name of written) expect(site.read(`site/${name}`), name).to.match(/<\/doc-page>\n$/);
  });

  it('ends without a word when nobody reads on', async function () {
    if (process.platform === 'win32') this.skip();
    const site = folder({ 'a.md': 'word\n\n'.repeat(100_000) });
    const { err } = await run(['render', 'a.md'], {
      cwd: site.path,
      meanwhile: (child) => child.stdout?.once('data', () => child.stdout?.destroy()),
    });
    expect(err).to.equal('');
  });
});
