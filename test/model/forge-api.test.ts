import { expect } from 'chai';
import { apiUrl, readAnswer } from '../../src/model/forge-api.js';
import { parseRepository, type ForgeHosts } from '../../src/model/repository.js';

const HOSTS: ForgeHosts = { 'ghe.example.org': 'github', 'code.example.org:3000': 'forgejo' };
const linkTo = (url: string) => parseRepository(url, HOSTS)!;

describe('apiUrl', () => {
  const urls: [url: string, api: string | undefined][] = [
    ['https://github.com/dotnet/coreclr/issues/1', 'https://api.github.com/repos/dotnet/coreclr'],
    ['https://ghe.example.org/o/n', 'https://ghe.example.org/api/v3/repos/o/n'],
    ['https://gitlab.com/g/h/n', 'https://gitlab.com/api/v4/projects/g%2Fh%2Fn?license=true'],
    ['https://codeberg.org/forgejo/forgejo', 'https://codeberg.org/api/v1/repos/forgejo/forgejo'],
    ['http://code.example.org:3000/o/n', 'http://code.example.org:3000/api/v1/repos/o/n'],
    ['https://bitbucket.org/o/n', 'https://api.bitbucket.org/2.0/repositories/o/n'],
    ['https://git.sr.ht/~o/n', undefined],
  ];
  for (const [url, api] of urls)
    it(`of ${url}`, () => {
      expect(apiUrl(linkTo(url))).to.equal(api);
    });

  it('can be another for github.com', () => {
    expect(apiUrl(linkTo('https://github.com/o/n'), { github: 'http://localhost:1' })).to.equal(
      'http://localhost:1/repos/o/n',
    );
  });
});

describe('readAnswer', () => {
  const url = 'https://github.com/dotnet/cli';
  const at = '2026-11-12T00:00:00.000Z';
  const read = (answer: unknown, address = url) => readAnswer(linkTo(address), answer, at, 'https://api/');
  const frame = { url, fetchedAt: at, source: 'https://api/' };

  it('reads what GitHub says', () => {
    const answer = {
      full_name: 'dotnet/cli',
      html_url: 'https://github.com/Dotnet/cli',
      description: ' The\ntool ',
      language: 'C#',
      stargazers_count: 12,
      license: { key: 'mit', spdx_id: 'MIT', name: 'MIT License' },
      archived: true,
      default_branch: 'main',
    };
    const facts = { description: 'The tool', language: 'C#', stars: 12, licence: 'MIT', archived: true };
    expect(read(answer)).to.deep.equal({ ...frame, ...facts, defaultBranch: 'main' });
  });

  it('reads what GitLab, Forgejo and Bitbucket say', () => {
    const gitlab = 'https://gitlab.com/g/h/n';
    expect(
      read(
        { web_url: gitlab, star_count: 3, license: { key: 'mit', name: 'MIT License' }, archived: false },
        gitlab,
      ),
    ).to.deep.equal({ ...frame, url: gitlab, stars: 3, licence: 'MIT License', archived: false });
    const forgejo = 'https://codeberg.org/o/n';
    expect(read({ html_url: forgejo, stars_count: 4, licenses: ['MIT', 'CC0-1.0'] }, forgejo)).to.deep.equal({
      ...frame,
      url: forgejo,
      stars: 4,
      licence: 'MIT, CC0-1.0',
    });
    const bitbucket = 'https://bitbucket.org/o/n';
    expect(
      read({ links: { html: { href: bitbucket } }, language: 'c', mainbranch: { name: 'dev' } }, bitbucket),
    ).to.deep.equal({ ...frame, url: bitbucket, language: 'c', defaultBranch: 'dev' });
  });

  it('knows a rename, an empty description, a licence that nobody knows', () => {
    const html_url = 'https://github.com/dotnet/sdk';
    expect(
      read({ html_url, description: null, license: { spdx_id: 'NOASSERTION', name: 'Other' } }),
    ).to.deep.equal({
      ...frame,
      description: '',
      movedTo: html_url,
    });
  });

  for (const answer of [null, 5, [], {}, { html_url: 'javascript:alert(1)' }, { message: 'Not Found' }])
    it(`sees no repository in ${JSON.stringify(answer)}`, () => {
      expect(read(answer)).to.equal(undefined);
    });

  it('leaves out values of a wrong kind', () => {
    expect(
      read({ html_url: url, stargazers_count: '5', language: {}, archived: 'no', license: 'MIT' }),
    ).to.deep.equal(frame);
  });
});
