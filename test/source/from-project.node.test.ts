import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { fc } from '../property.js';
import type { BlockData, BlockKind } from '../../src/model/blocks.js';
import { toHtml } from '../../src/html/to-html.js';
import { fromJson } from '../../src/source/data.js';
import { fromProject, PROJECT_FILES, type ProjectPage } from '../../src/source/from-project.js';
import { repositoryUrl } from '../../src/source/project/package-json.js';

const file = (name: string): string =>
  readFileSync(new URL(`project/files/${name}`, import.meta.url), 'utf8');

const FILES: Readonly<Record<string, string>> = {
  'package.json': file('package.json.txt'),
  'codemeta.json': file('codemeta.json.txt'),
  'CITATION.cff': file('CITATION.cff'),
  '.all-contributorsrc': file('all-contributorsrc.txt'),
  '.github/CODEOWNERS': file('CODEOWNERS'),
  '.github/FUNDING.yml': file('FUNDING.yml'),
};

const read = (name: keyof typeof FILES, text = FILES[name]): Promise<ProjectPage> =>
  fromProject({ [name]: text ?? '' });

/** The block of this kind in a page. */
const block = <Kind extends BlockKind>({ data }: ProjectPage, kind: Kind): BlockData<Kind> | undefined =>
  data.sections?.flatMap(({ blocks = [] }) => blocks).find((each) => each.kind === kind) as
    BlockData<Kind> | undefined;

const told = ({ problems }: ProjectPage): string[] =>
  problems.map(({ code, file: name, place }) => [name, code, place?.path ?? place?.line].join(' ').trim());

describe('fromProject', () => {
  it('reads package.json', async () => {
    const page = await read('package.json');
    expect(page.data.title).to.equal('tide-tables');
    expect(page.data.description).to.equal('Predicts tides for any harbour, offline');
    expect(block(page, 'repos')?.repos).to.deep.equal([
      { url: 'https://github.com/example/tide-tables/tree/HEAD/packages/core' },
    ]);
    expect(block(page, 'people')?.people).to.deep.equal([
      { name: 'Mara Okafor', url: 'https://mara.example.org', role: 'Author, Contributor' },
      { name: 'Jon Berg', url: 'https://jon.example.org', role: 'Contributor' },
    ]);
    expect(block(page, 'channels')?.channels).to.deep.equal([
      { name: 'Website', url: 'https://tides.example.org/#readme' },
      { name: 'Issues', url: 'https://github.com/example/tide-tables/issues', type: 'issues' },
    ]);
    expect(block(page, 'licence')?.licences).to.deep.equal([{ name: 'MIT', spdx: 'MIT' }]);
    expect(block(page, 'sponsors')?.ways).to.deep.equal([
      { title: 'GitHub Sponsors', url: 'https://github.com/sponsors/example' },
      { title: 'Open Collective', url: 'https://opencollective.com/tide-tables' },
    ]);
    expect(told(page)).to.deep.equal(['package.json data-type contributors[2]']);
    expect(JSON.stringify(page.data)).not.to.contain('@example.org');
  });

  it('reads CITATION.cff', async () => {
    const page = await read('CITATION.cff');
    expect(page.problems).to.deep.equal([]);
    expect(page.data.description).to.equal('Predicts tides for any harbour, without a network.');
    expect(block(page, 'citing')).to.deep.equal({
      kind: 'citing',
      title: 'Tide Tables',
      authors: [
        { name: 'Mara Okafor', orcid: '0000-0002-1825-0097', affiliation: 'Harbour Institute' },
        { name: 'Ludwig van Beek Jr.' },
        { name: 'The Tide Tables contributors' },
      ],
      date: '2026-03-14',
      version: '3.2.1',
      doi: '10.5281/zenodo.1234567',
      url: 'https://tides.example.org',
      text: 'If you use this software, please cite it as below.',
    });
    expect(block(page, 'licence')?.licences).to.deep.equal([{ name: 'MIT', spdx: 'MIT' }]);
    const encoded = await read(
      'CITATION.cff',
      'title: A\nauthors: [{ name: B }]\ndoi: https://doi.org/10.1002/a%3C1%3E',
    );
    expect(block(encoded, 'citing')).to.include({ doi: '10.1002/a<1>' });
  });

  it('reads codemeta.json', async () => {
    const page = await read('codemeta.json');
    expect(page.problems).to.deep.equal([]);
    expect(block(page, 'people')?.people).to.deep.equal([
      {
        name: 'Mara Okafor',
        url: 'https://orcid.org/0000-0002-1825-0097',
        role: 'Author',
        affiliation: 'Harbour Institute',
      },
      { name: 'Jon Berg', role: 'Maintainer' },
    ]);
    expect(block(page, 'licence')?.licences).to.deep.equal([
      { name: 'MIT', spdx: 'MIT', url: 'https://spdx.org/licenses/MIT' },
    ]);
    expect(block(page, 'sponsors')?.sponsors).to.deep.equal([
      { name: 'Sea Fund', url: 'https://fund.example.org' },
    ]);
    expect(block(page, 'citing')).to.include({ doi: '10.5281/zenodo.1234567', date: '2026-03-14' });
  });

  it('reads FUNDING.yml', async () => {
    const page = await read('.github/FUNDING.yml');
    expect(page.problems).to.deep.equal([]);
    expect(block(page, 'sponsors')?.ways).to.deep.equal([
      { title: 'GitHub Sponsors: mara', url: 'https://github.com/sponsors/mara' },
      { title: 'GitHub Sponsors: jon-berg', url: 'https://github.com/sponsors/jon-berg' },
      { title: 'Open Collective', url: 'https://opencollective.com/tide-tables' },
      { title: 'Ko-fi', url: 'https://ko-fi.com/mara' },
      { title: 'Tidelift', url: 'https://tidelift.com/funding/github/npm/tide-tables' },
      { title: 'tides.example.org', url: 'https://tides.example.org/give' },
      { title: 'PayPal', url: 'https://paypal.me/mara' },
    ]);
    const broken = await read('.github/FUNDING.yml', 'ko_fi: "a\\ud800"');
    expect(block(broken, 'sponsors')?.ways).to.deep.equal([
      { title: 'Ko-fi', url: 'https://ko-fi.com/a%EF%BF%BD' },
    ]);
  });

  it('reads CODEOWNERS', async () => {
    const page = await read('.github/CODEOWNERS');
    expect(block(page, 'people')?.people).to.deep.equal([
      { name: 'mara', url: 'https://github.com/mara', role: 'Code owner' },
      { name: 'example/core', url: 'https://github.com/orgs/example/teams/core', role: 'Code owner' },
      {
        name: 'jon-berg',
        url: 'https://github.com/jon-berg',
        role: 'Code owner of /docs/, /src/harbours/, /with space/',
      },
      { name: 'docs', url: 'mailto:docs@example.org', role: 'Code owner of /docs/' },
    ]);
    expect(told(page)).to.deep.equal(['.github/CODEOWNERS data-type 7']);
  });

  const OWNERS: [files: Record<string, string>, owners: (string | undefined)[]][] = [
    [{ CODEOWNERS: '* @a @b/c' }, ['https://github.com/a', 'https://github.com/orgs/b/teams/c']],
    [{ '.gitlab/CODEOWNERS': '* @a @b/c/d' }, ['https://gitlab.com/a', 'https://gitlab.com/b/c/d']],
    [{ CODEOWNERS: '[Docs] @a\n/docs/' }, ['https://gitlab.com/a']],
    [
      { CODEOWNERS: '* @a @b/c', 'package.json': '{ "repository": "https://gitlab.gnome.org/x/y" }' },
      ['https://gitlab.gnome.org/a', 'https://gitlab.gnome.org/b/c'],
    ],
    [
      { CODEOWNERS: '* @a @b/c', 'package.json': '{ "repository": "https://codeberg.org/x/y" }' },
      ['https://codeberg.org/a', 'https://codeberg.org/org/b/teams/c'],
    ],
    [{ CODEOWNERS: '* @a', 'package.json': '{ "repository": "https://git.example.org/x/y" }' }, [undefined]],
    [
      { '.github/CODEOWNERS': '* @a', 'package.json': '{ "repository": "gitlab:x/y" }' },
      ['https://github.com/a'],
    ],
  ];
  for (const [files, owners] of OWNERS)
    it(`leads to owners where they are at home: ${JSON.stringify(files)}`, async () => {
      const people = block(await fromProject(files), 'people')?.people;
      expect(people?.map(({ url }) => url)).to.deep.equal(owners);
    });

  const npm = (fields: object): Promise<ProjectPage> => read('package.json', JSON.stringify(fields));

  it('reads licences of package.json in every form', async () => {
    const rows: [fields: object, licences: object[] | undefined][] = [
      [{ license: '(MIT OR Apache-2.0)' }, [{ name: 'MIT OR Apache-2.0', spdx: 'MIT OR Apache-2.0' }]],
      [
        { license: ['MIT', { type: 'BSD-3-Clause', url: 'https://x.org/l' }] },
        [
          { name: 'MIT', spdx: 'MIT' },
          { name: 'BSD-3-Clause', spdx: 'BSD-3-Clause', url: 'https://x.org/l' },
        ],
      ],
      [
        { licenses: [{ type: 'MIT' }, 'ISC'] },
        [
          { name: 'MIT', spdx: 'MIT' },
          { name: 'ISC', spdx: 'ISC' },
        ],
      ],
      [{ license: '', licenses: ['MIT'] }, undefined],
      [{ license: 'unlicensed' }, [{ name: 'Not licensed for use by others' }]],
      [{ license: 'SEE LICENSE IN ./LICENSE.md' }, [{ name: './LICENSE.md' }]],
      [
        {
          license: 'SEE LICENSE IN LICENSE.md',
          repository: { url: 'https://github.com/a/b.git#main', directory: './packages/c/' },
        },
        [{ name: 'LICENSE.md', url: 'https://github.com/a/b/blob/HEAD/packages/c/LICENSE.md' }],
      ],
      [
        { license: 'SEE LICENSE IN LICENSE', repository: 'gitlab:a/b' },
        [{ name: 'LICENSE', url: 'https://gitlab.com/a/b/-/blob/HEAD/LICENSE' }],
      ],
      [
        { license: 'SEE LICENSE IN LICENSE', repository: 'https://git.example.org/a/b' },
        [{ name: 'LICENSE' }],
      ],
    ];
    for (const [fields, licences] of rows)
      expect(block(await npm(fields), 'licence')?.licences, JSON.stringify(fields)).to.deep.equal(licences);
  });

  it('reads people and addresses of package.json as they are written', async () => {
    const author = async (written: unknown): Promise<unknown> =>
      block(await npm({ author: written }), 'people')?.people[0];
    const ada = { name: 'Ada', role: 'Author' };
    expect(await author('Ada (she/her) <a@b.org>')).to.deep.equal(ada);
    expect(await author('Ada (https://ada.org) <a@b.org>')).to.deep.equal({ ...ada, url: 'https://ada.org' });
    expect(await author('Ada (ada.org)')).to.deep.equal({ ...ada, url: 'https://ada.org' });
    expect(await author({ name: 'Ada', url: 'ada.org/me' })).to.deep.equal({
      ...ada,
      url: 'https://ada.org/me',
    });
    expect(await author('<a@b.org>')).to.equal(undefined);
    const page = await npm({ homepage: '.', bugs: 'bugs@example.org' });
    expect(block(page, 'channels')?.channels).to.deep.equal([
      { name: 'Issues', url: 'mailto:bugs@example.org', type: 'issues' },
    ]);
    const root = await npm({ repository: { url: 'https://gitlab.com/a/b', directory: 'c' } });
    expect(block(root, 'repos')?.repos).to.deep.equal([{ url: 'https://gitlab.com/a/b/-/tree/HEAD/c' }]);
  });

  it('shows a description as it is written', async () => {
    const { data } = await npm({ name: 'a', description: 'Draws on <canvas>, with * and _b_' });
    expect(toHtml(fromJson(data).page)).to.contain('<p>Draws on &lt;canvas&gt;, with * and _b_</p>');
  });

  it('keeps versions as they are written', async () => {
    for (const version of ['1.10', '2', '0x10', '1e3', "'1.10'"]) {
      const page = await read('CITATION.cff', `title: A\nauthors: [{ name: B }]\nversion: ${version}`);
      expect(block(page, 'citing')).to.include({ version: version.replaceAll("'", '') });
      expect(page.problems).to.deep.equal([]);
    }
    const without = await read(
      'CITATION.cff',
      'title: A\nauthors: [{ name: B }]\nversion: ~\ndoi: null\nurl:',
    );
    expect(block(without, 'citing')).to.have.all.keys('kind', 'title', 'authors');
  });

  it('takes the next field where one is blank', async () => {
    const page = await read(
      'CITATION.cff',
      'title: A\nauthors: [{ name: B }]\nurl: ""\nrepository-code: https://example.org/b',
    );
    expect(block(page, 'citing')).to.include({ url: 'https://example.org/b' });
  });

  it('reads .all-contributorsrc', async () => {
    const page = await read('.all-contributorsrc');
    expect(block(page, 'people')?.people).to.deep.equal([
      {
        name: 'Mara Okafor',
        url: 'https://mara.example.org',
        role: 'Code, Documentation, Infrastructure',
        avatar: 'https://avatars.githubusercontent.com/u/1?v=4',
      },
      {
        name: 'Lena Sørensen',
        url: 'https://lena.example.org',
        role: 'Translation, juggling',
        avatar: 'https://avatars.githubusercontent.com/u/2?v=4',
      },
    ]);
    expect(told(page)).to.deep.equal(['.all-contributorsrc data-type contributors[2]']);
  });

  it('puts what several files say together', async () => {
    const page = await fromProject(FILES);
    expect(page.data.sections?.map(({ heading }) => heading)).to.deep.equal([
      'Source code',
      'Contact',
      'People',
      'Support',
      'Licence',
      'How to cite',
    ]);
    const mara = block(page, 'people')?.people.filter(({ name }) => name === 'Mara Okafor');
    expect(mara).to.deep.equal([
      {
        name: 'Mara Okafor',
        url: 'https://mara.example.org',
        affiliation: 'Harbour Institute',
        avatar: 'https://avatars.githubusercontent.com/u/1?v=4',
        role: 'Author, Contributor, Code, Documentation, Infrastructure',
      },
    ]);
    expect(fromJson(page.data).problems).to.deep.equal([]);
  });

  const FAULTS: [name: keyof typeof FILES, text: string, told: string[]][] = [
    ['package.json', '{ "name": "a", }', ['package.json data-not-json 1']],
    ['package.json', '[]', ['package.json data-type']],
    ['package.json', '{ "name": ["a"], "funding": { "url": 5 } }', ['package.json data-type name']],
    [
      'package.json',
      '{ "homepage": "javascript:alert(1)", "funding": "data:text/html,x" }',
      ['package.json url-unsafe', 'package.json url-unsafe'],
    ],
    ['CITATION.cff', 'title: a: b\n', ['CITATION.cff data-not-yaml 1']],
    ['CITATION.cff', 'authors:\n  - Mara\ntitle: x\n', ['CITATION.cff data-type authors[0]']],
    ['.github/FUNDING.yml', '# nothing yet\n', []],
    ['.github/FUNDING.yml', 'github: { a: b }', ['.github/FUNDING.yml data-type github']],
    ['.github/CODEOWNERS', '', ['.github/CODEOWNERS data-type']],
  ];
  for (const [name, text, expected] of FAULTS)
    it(`says what is wrong with ${name}: ${JSON.stringify(text)}`, async () => {
      expect(told(await read(name, text))).to.deep.equal(expected);
    });

  it('reads the shorthands of npm', () => {
    const rows: [written: string, url: string | undefined][] = [
      ['a/b', 'https://github.com/a/b'],
      ['gitlab:a/b', 'https://gitlab.com/a/b'],
      ['git@github.com:a/b.git', 'https://github.com/a/b'],
      ['git+ssh://git@github.com/a/b.git', 'https://github.com/a/b'],
      ['git://github.com/a/b.git', 'https://github.com/a/b'],
      ['https://github.com/a/b.git#readme', 'https://github.com/a/b'],
      ['a/b#next', 'https://github.com/a/b'],
      ['gist:11081aaa281', 'https://gist.github.com/11081aaa281'],
      ['svn://x', undefined],
    ];
    for (const [written, url] of rows) expect(repositoryUrl(written), written).to.equal(url);
  });

  it('is not harmed by any text or value', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .constantFrom(...Object.values(FILES))
        .chain((whole) => fc.nat(whole.length).map((end) => whole.slice(0, end))),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PROJECT_FILES), text, async (name, content) => {
        const { data } = await fromProject({ [name]: content });
        expect(fromJson(data).problems).to.deep.equal([]);
      }),
      { numRuns: 400 },
    );
  });
});
