import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { folders, run, type Run } from './command-line.js';

const PAGE =
  '---\ntitle: Home\ndescription: What it is.\n---\n\nSee [guide](guide/a.md#setup) and [out](../x.md).\n';
const GUIDE = '# Guide\n\n## Setup\n\n[home](../index.md?x#top) [data](../d.json) ![i](i.md)\n';

/** Waits for what another process does. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 400; tries++) await wait(50);
  expect(holds()).to.equal(true);
}

describe('doc-elements render', () => {
  const folder = folders();

  it('writes one page to the standard output', async () => {
    const { path } = folder({ 'a.md': '# A\n\n[b](b.md)\n', 'b.md': 'B' });
    const { code, out, err } = await run(['render', 'a.md'], { cwd: path });
    expect({ code, err }).to.deep.equal({ code: 0, err: '' });
    expect(out).to.match(/^<doc-page class="doc-page">.*<h1 id="a">A<\/h1>.*href="b\.md".*<\/doc-page>\n$/s);
  });

  it('reads one page from the standard input, Markdown or data', async () => {
    const markdown = await run(['render', '-'], { input: '## A\n' });
    expect(markdown.out).to.contain('<h2 id="a">A</h2>');
    const data = await run(['render', '-'], { input: '{"sections":[{"heading":"A"}]}' });
    expect(data.out).to.contain('<h2 id="a">A</h2>');
  });

  it('lets through what --allow adds, and refuses what may not be added', async () => {
    const allowed = await run(['render', '-', '--allow', 'my-map=lat'], {
      input: 'a <my-map lat="1">b</my-map>',
    });
    expect(allowed.out).to.contain('<my-map lat="1">b</my-map>');
    const refused = await run(['render', '-', '--allow', 'script'], { input: 'a' });
    expect(refused.code).to.equal(2);
    expect(refused.err).to.include('--allow').and.include('<script>');
  });

  it('keeps the structure of a folder, and leads links to what was rendered', async () => {
    const site = folder({
      'docs/index.md': PAGE,
      'docs/guide/a.md': GUIDE,
      'docs/.x/no.md': '',
      'docs/d.json': '{}',
    });
    const { code, err } = await run(['render', 'docs', '--out', 'site'], { cwd: site.path });
    expect(code).to.equal(0);
    expect(err).to.match(/^Rendered 2 pages to site in .* s: no errors, no warnings\.\n$/);
    expect(site.read('site/index.html'))
      .to.contain('href="guide/a.html#setup"')
      .and.to.contain('href="../x.md"');
    const guide = site.read('site/guide/a.html');
    expect(guide)
      .to.contain('href="../index.html?x#top"')
      .and.to.contain('href="../d.json"')
      .and.to.contain('src="i.md"');
    expect(existsSync(site.at('site/.x'))).to.equal(false);
  });

  it('copies what pages show and offer beside them, and nothing else', async () => {
    const site = folder({
      'docs/index.md':
        '# Home\n\n![a](img/a%20b.png?x#y) ![away](https://example.org/c.png) [manual](files/manual.pdf) [code](run.sh)\n' +
        '<picture><source srcset="img/wide.webp 2x, /rooted.png"><img src="img/none.png" alt="x"></picture>\n\n' +
        '![h](.secret/key.png) ![up](../up.png)\n',
      'docs/guide/a.md': '![a](<../img/a b.png>)\n\n<video src="film.mp4" poster="film.jpg"></video>\n',
      'docs/img/a b.png': 'first',
      'docs/img/wide.webp': 'wide',
      'docs/rooted.png': 'rooted',
      'docs/files/manual.pdf': 'manual',
      'docs/run.sh': 'code',
      'docs/.secret/key.png': 'secret',
      'docs/unused.png': 'unused',
      'docs/guide/film.mp4': 'film',
      'docs/guide/film.jpg': 'poster',
      'up.png': 'outside',
    });
    const args = ['render', 'docs', '--out', 'site'];
    const { code, err } = await run(args, { cwd: site.path });
    expect(code).to.equal(0);
    expect(err)
      .to.contain('docs/.secret/key.png is not copied: its name, or that of its folder, begins with a dot')
      .and.to.contain('up.png is not copied: it is not below docs')
      .and.to.contain('2 warnings');
    expect(site.files('site')).to.deep.equal([
      'files/manual.pdf',
      'guide/a.html',
      'guide/film.jpg',
      'guide/film.mp4',
      'img/a b.png',
      'img/wide.webp',
      'index.html',
      'rooted.png',
    ]);
    expect(site.read('site/img/a b.png')).to.equal('first');
    expect(site.read('site/index.html')).to.contain('src="img/a%20b.png?x#y"');

    site.write({ 'docs/img/a b.png': 'second, and longer' });
    await run(args, { cwd: site.path });
    expect(site.read('site/img/a b.png')).to.equal('second, and longer');
  });

  it('copies nothing where addresses lead elsewhere, or where it is told not to', async () => {
    const site = folder({ 'docs/a.md': '![i](i.png)\n', 'docs/i.png': 'i' });
    for (const [index, option] of ['--files none', '--base /docs/', '--repo a/b', '--json'].entries()) {
      const args = ['render', 'docs', '--out', `site${index}`, ...option.split(' ')];
      await run(args, { cwd: site.path });
      expect(site.files(`site${index}`), option).to.deep.equal([option === '--json' ? 'a.json' : 'a.html']);
    }
    await run(['render', 'docs', '--out', 'docs'], { cwd: site.path });
    expect(site.files('docs')).to.deep.equal(['a.html', 'a.md', 'i.png']);
  });

  it('takes files, patterns and exceptions, counted from the current folder or --root', async () => {
    const site = folder({
      'a.md': 'A',
      'docs/b.md': '[d](c/d.json)',
      'docs/c/d.json': '{"body":"D"}',
      'docs/old/e.md': 'E',
    });
    const args = ['render', 'a.md', 'docs/**/*.{md,json}', '!docs/old/**', '--out', 'site'];
    await run(args, { cwd: site.path });
    const files = ['a.html', 'docs/b.html', 'docs/c/d.html', 'docs/old/e.html'];
    expect(files.map((name) => existsSync(site.at(`site/${name}`)))).to.deep.equal([true, true, true, false]);
    expect(site.read('site/docs/b.html')).to.contain('href="c/d.html"');
    await run(['render', 'docs/b.md', 'a.md', '--root', 'docs', '--out', 'other', '--keep-links'], {
      cwd: site.path,
    }).then(({ code, err }) => {
      expect(code).to.equal(1);
      expect(err).to.match(/^a\.md\n.*not below docs.*--root/m);
    });
    expect(site.read('other/b.html')).to.contain('href="c/d.json"');
  });

  it('writes documents with addresses that fit their depth', async () => {
    const site = folder({ 'docs/index.md': PAGE, 'docs/guide/a.md': GUIDE });
    const options =
      '--document --markdown --llms-txt --url https://e.org/x --site-name Site --lang de --styles s.css --script /j.js';
    await run(['render', 'docs', '--out', 'site', ...options.split(' ')], { cwd: site.path });
    const guide = site.read('site/guide/a.html');
    for (const part of [
      '<html lang="de"',
      '<title>Guide · Site</title>',
      '<link rel="stylesheet" href="../s.css">',
      'src="/j.js"',
      '<link rel="canonical" href="https://e.org/x/guide/a.html">',
      '<link rel="alternate" type="text/markdown" href="a.md">',
    ])
      expect(guide).to.contain(part);
    expect(site.read('site/guide/a.md')).to.equal(GUIDE);
    expect(site.read('site/llms.txt')).to.equal(
      '# Site\n\n> What it is.\n\n## Pages\n\n- [Home](https://e.org/x/index.md): What it is.\n\n' +
        '## guide\n\n- [Guide](https://e.org/x/guide/a.md)\n',
    );
  });

  it('leaves out what it wrote itself, the next time', async () => {
    const site = folder({ 'a.md': 'A' });
    const args = ['render', '.', '--out', 'site', '--markdown'];
    await run(args, { cwd: site.path });
    const { err } = await run(args, { cwd: site.path });
    expect(err).to.contain('Rendered 1 page ');
    expect(existsSync(site.at('site/site'))).to.equal(false);
  });

  it('resolves against the address of each page, or the repository', async () => {
    const site = folder({ 'docs/a/b.md': '[c](c.txt) [d](../d.md)', 'docs/d.md': 'D' });
    await run(['render', 'docs', '--out', 'one', '--base', 'https://e.org/docs/'], { cwd: site.path });
    expect(site.read('one/a/b.html'))
      .to.contain('href="https://e.org/docs/a/c.txt"')
      .and.to.contain('href="https://e.org/docs/d.html"');
    await run(['render', 'docs', '--out', 'two', '--repo', 'o/n'], { cwd: site.path });
    expect(site.read('two/a/b.html'))
      .to.contain('href="https://github.com/o/n/blob/HEAD/c.txt"')
      .and.to.contain('href="../d.html"');
  });

  it('writes page data that renders to the same page', async () => {
    const site = folder({ 'a.md': '---\ntitle: A\n---\n## B\n\nText.\n' });
    const { out } = await run(['render', 'a.md', '--json'], { cwd: site.path });
    const [page, again] = await Promise.all([
      run(['render', 'a.md'], { cwd: site.path }),
      run(['render', '-'], { input: out }),
    ]);
    expect(again.out).to.equal(page.out);
  });

  it('tells problems with their place in the file, front matter included, and renders all the same', async () => {
    const { path } = folder({ 'a.md': '---\ntitle: A\n---\n\n- x\n- [y](vbscript:z)\n' });
    const { code, out, err } = await run(['render', 'a.md'], { cwd: path });
    expect(code).to.equal(1);
    expect(err).to.match(/^a\.md\n +6:3 +error .*vbscript:z.*url-unsafe/);
    expect(out).to.contain('y');
  });

  it('tells problems of page data with their line', async () => {
    const { path } = folder({
      'a.json': '{\n "sections": [\n  {"heading": "A",\n   "body": "[x](data:y)"}]}',
    });
    const { err } = await run(['render', 'a.json'], { cwd: path });
    expect(err).to.match(/^a\.json\n +4:4 +error .*url-unsafe/);
  });

  it('uses workers for many files, with the same result', async () => {
    // Short work is done before workers have started.
    const text = 'Some *words* with `code` and [a link](https://example.org/).\n\n'.repeat(100);
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `docs/p${index}.md`,
        index === 30 ? '[x](data:y)' : `# P${index}\n\n${text}`,
      ]),
    );
    const site = folder(files);
    const [many, one] = await Promise.all([
      run(['render', 'docs', '--out', 'many', '--jobs', '2'], { cwd: site.path }),
      run(['render', 'docs', '--out', 'one', '--jobs', '1'], { cwd: site.path }),
    ]);
    expect(many.code).to.equal(1);
    const said = ({ err }: Run): string => err.replace(/^.*, now .*\n/gm, '').replace(/ to .* s:/, '');
    expect(said(many)).to.equal(said(one));
    for (let index = 0; index < 200; index++)
      expect(site.read(`many/p${index}.html`)).to.equal(site.read(`one/p${index}.html`));
  });

  it('renders again what changes, and ends when it is told to', async () => {
    const site = folder({ 'docs/a.md': 'one', 'docs/b.md': 'B' });
    const html = (name: string): string => (existsSync(site.at(name)) ? site.read(name) : '');
    const { code, err } = await run(['render', 'docs', '--out', 'site', '--watch'], {
      cwd: site.path,
      meanwhile: (child, said) =>
        void (async () => {
          try {
            await until(() => said().includes('Watching docs'));
            site.write({ 'docs/a.md': 'two' });
            await until(() => html('site/a.html').includes('two'));
            site.write({ 'docs/new/c.md': 'three' });
            await until(() => html('site/new/c.html').includes('three'));
          } finally {
            child.kill('SIGINT');
          }
        })(),
    });
    expect(code).to.equal(130);
    expect(err.match(/^Rendered 1 page /gm)).to.have.length(2);
    expect(html('site/a.html')).to.contain('two');
    expect(html('site/new/c.html')).to.contain('three');
  });

  it('says of a page that comes while it watches whose output it would replace', async () => {
    const site = folder({ 'docs/b.md': 'first' });
    const { err } = await run(['render', 'docs', '--out', 'site', '--watch'], {
      cwd: site.path,
      meanwhile: (child, said) =>
        void (async () => {
          try {
            await until(() => said().includes('Watching docs'));
            site.write({ 'docs/b.markdown': 'second' });
            await until(() => said().includes('would both be written to site/b.html'));
          } finally {
            child.kill('SIGINT');
          }
        })(),
    });
    expect(err).to.match(/^docs\/b\.markdown\n +error +docs\/b\.markdown and docs\/b\.md would both/m);
    expect(site.read('site/b.html')).to.contain('first');
  });

  it('watches the files that are copied along, wherever they are', async () => {
    const site = folder({
      'docs/a.md': '![P](p.svg) ![Q](../assets/q.svg) ![Later](later.svg)',
      'docs/p.svg': 'p1',
      'assets/q.svg': 'q1',
    });
    const copied = (name: string): string =>
      existsSync(site.at(`site/${name}`)) ? site.read(`site/${name}`) : '';
    const args = ['render', 'docs', '--root', '.', '--out', 'site', '--watch'];
    const { code, err } = await run(args, {
      cwd: site.path,
      meanwhile: (child, said) =>
        void (async () => {
          try {
            await until(() => said().includes('Watching docs'));
            site.write({ 'docs/p.svg': 'p2' });
            await until(() => copied('docs/p.svg') === 'p2');
            site.write({ 'assets/q.svg': 'q2' });
            await until(() => copied('assets/q.svg') === 'q2');
            site.write({ 'docs/later.svg': 'later' });
            await until(() => copied('docs/later.svg') === 'later');
            await until(() => said().includes('Copied docs/later.svg to site.'));
          } finally {
            child.kill('SIGINT');
          }
        })(),
    });
    expect(code).to.equal(130);
    expect(err).to.contain('Copied docs/p.svg to site.').and.to.contain('Copied assets/q.svg to site.');
    expect(err.match(/^Rendered /gm)).to.have.length(1);
  });

  it('writes what a snapshot knows into cards', async () => {
    const facts = { url: 'https://github.com/o/n', description: 'What it is', archived: true };
    const site = folder({
      'a.md': '# A\n\n<repo-link variant="card" repo="o/n"></repo-link>\n',
      'repos.json': JSON.stringify({ repositories: [facts] }),
      'broken.json': '{"repositories": [{"url": 1}]}',
    });
    const good = await run(['render', 'a.md', '--repos', 'repos.json'], { cwd: site.path });
    expect(good.code).to.equal(0);
    expect(good.out).to.contain('What it is').and.to.contain('Archived');
    const broken = await run(['render', 'a.md', '--repos', 'broken.json'], { cwd: site.path });
    expect(broken.code).to.equal(2);
    expect(broken.err).to.contain('broken.json (repositories[0].url): A repository needs the URL');
    const missing = await run(['render', 'a.md', '--repos', 'none.json'], { cwd: site.path });
    expect(missing.code).to.equal(2);
    expect(missing.err).to.contain('--repos none.json: There is no such file');
  });
});
