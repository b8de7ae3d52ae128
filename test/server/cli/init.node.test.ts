import { expect } from 'chai';
import { folders, run } from './command-line.js';

const MANIFEST = JSON.stringify({
  name: 'wren',
  description: 'Counts birds.',
  repository: 'github:wren/wren',
  author: 'Ada Wren (https://wren.example)',
});

const LICENSE =
  'MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files\n\n' +
  'The above copyright notice and this permission notice shall be included in all copies';

describe('doc-elements init', () => {
  const folder = folders();

  it('writes a page from the files of a repository, which the other commands take', async () => {
    const site = folder({ 'package.json': MANIFEST, LICENSE, '.github/FUNDING.yml': 'ko_fi: wren\n' });
    const { code, err } = await run(['init'], { cwd: site.path });
    expect({ code, err }).to.deep.equal({
      code: 0,
      err: 'Wrote about.md from package.json, .github/FUNDING.yml, LICENSE. Read it, and fill in what only you know.\n',
    });
    const text = site.read('about.md');
    for (const part of [
      'title: "wren"',
      'Counts birds.',
      '## What it is',
      'Ada Wren',
      'ko-fi.com/wren',
      'MIT',
    ])
      expect(text).to.contain(part);
    const [page, checked] = await Promise.all([
      run(['render', 'about.md'], { cwd: site.path }),
      run(['check', 'about.md', '--max-warnings', '0'], { cwd: site.path }),
    ]);
    expect(page.out).to.contain('<h1>wren</h1>').and.to.contain('href="https://wren.example"');
    expect(checked.code, checked.out).to.equal(0);
  });

  it('never overwrites a file, unless it is told to', async () => {
    const site = folder({ 'about.md': 'mine' });
    const { code, err } = await run(['init'], { cwd: site.path });
    expect(code).to.equal(1);
    expect(err).to.contain('about.md is there already. --force overwrites it');
    expect(site.read('about.md')).to.equal('mine');
    expect((await run(['init', '--force'], { cwd: site.path })).code).to.equal(0);
    expect(site.read('about.md')).to.contain('Say in one or two sentences');
  });

  it('writes page data, elsewhere or to the standard output', async () => {
    const site = folder({ 'lib/package.json': MANIFEST });
    await run(['init', 'lib', '--json'], { cwd: site.path });
    const { out } = await run(['init', 'lib', '--json', '--out', '-'], { cwd: site.path });
    expect(JSON.parse(out)).to.include({ title: 'wren' });
    expect(site.read('lib/about.json')).to.equal(out);
  });

  it('says what is wrong with a file, and uses the others', async () => {
    const site = folder({ 'package.json': '{"name": }', LICENSE });
    const { code, err } = await run(['init'], { cwd: site.path });
    expect(code).to.equal(0);
    expect(err).to.match(/^package\.json\n +1:10 +warning .*data-not-json/);
    expect(err).to.contain('Wrote about.md from LICENSE.');
    expect(site.read('about.md'))
      .to.contain('MIT License')
      .and.to.match(/[^\n]\n$/);
  });

  it('says that it cannot write', async () => {
    const site = folder({ 'package.json': MANIFEST, x: 'a file' });
    const { code, err } = await run(['init', '--out', 'x/about.md'], { cwd: site.path });
    expect(code).to.equal(1);
    expect(err).to.contain('x/about.md cannot be written.');
  });
});
