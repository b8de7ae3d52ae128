import { expect } from 'chai';
import {
  formatRepository,
  parseRepository,
  type ForgeHosts,
  type RepositoryLink,
} from '../../src/model/repository.js';

const GITHUB = {
  forge: 'github',
  host: 'github.com',
  owner: 'o',
  name: 'n',
  url: 'https://github.com/o/n',
} as const;
const GITLAB = {
  forge: 'gitlab',
  host: 'gitlab.com',
  owner: 'g',
  name: 'n',
  url: 'https://gitlab.com/g/n',
} as const;
const CODEBERG = {
  forge: 'forgejo',
  host: 'codeberg.org',
  owner: 'o',
  name: 'n',
  url: 'https://codeberg.org/o/n',
} as const;
const BITBUCKET = {
  forge: 'bitbucket',
  host: 'bitbucket.org',
  owner: 'o',
  name: 'n',
  url: 'https://bitbucket.org/o/n',
} as const;
const SOURCEHUT = {
  forge: 'sourcehut',
  host: 'git.sr.ht',
  owner: '~o',
  name: 'n',
  url: 'https://git.sr.ht/~o/n',
} as const;

/** URL behind the repository, what it is, and how it is written. */
type Row = [rest: string, link: Omit<RepositoryLink, keyof typeof GITHUB>, text: string];

const GITHUB_ROWS: Row[] = [
  ['', { kind: 'repository' }, 'o/n'],
  ['/', { kind: 'repository' }, 'o/n'],
  ['.git', { kind: 'repository' }, 'o/n'],
  ['.git/', { kind: 'repository' }, 'o/n'],
  ['?tab=readme-ov-file', { kind: 'repository' }, 'o/n'],
  ['#readme', { kind: 'repository' }, 'o/n'],
  ['/?a=b#c', { kind: 'repository' }, 'o/n'],
  ['/#L10', { kind: 'repository' }, 'o/n'],
  [
    '/blob/master/Documentation/a.md',
    { kind: 'file', ref: 'master', path: 'Documentation/a.md' },
    'o/n/Documentation/a.md',
  ],
  ['/blob/master/a%20b.md', { kind: 'file', ref: 'master', path: 'a b.md' }, 'o/n/a b.md'],
  ['/blob/master/100%.md', { kind: 'file', ref: 'master', path: '100%.md' }, 'o/n/100%.md'],
  ['/blob/main/docs/../a.md', { kind: 'file', ref: 'main', path: 'a.md' }, 'o/n/a.md'],
  ['/blob/main/a.ts#L10', { kind: 'file', ref: 'main', path: 'a.ts', lines: [10, 10] }, 'o/n/a.ts#L10'],
  [
    '/blob/main/a.ts#L10-L20',
    { kind: 'file', ref: 'main', path: 'a.ts', lines: [10, 20] },
    'o/n/a.ts#L10-L20',
  ],
  [
    '/blob/main/a.ts#L20-L10',
    { kind: 'file', ref: 'main', path: 'a.ts', lines: [10, 20] },
    'o/n/a.ts#L10-L20',
  ],
  [
    '/blob/main/a.ts#L10C5-L12C1',
    { kind: 'file', ref: 'main', path: 'a.ts', lines: [10, 12] },
    'o/n/a.ts#L10-L12',
  ],
  ['/blob/main/a.md?plain=1#L3', { kind: 'file', ref: 'main', path: 'a.md', lines: [3, 3] }, 'o/n/a.md#L3'],
  ['/blob/main/a.md#usage', { kind: 'file', ref: 'main', path: 'a.md' }, 'o/n/a.md'],
  [
    '/blob/refs/heads/main/src/a.ts',
    { kind: 'file', ref: 'refs/heads/main', path: 'src/a.ts' },
    'o/n/src/a.ts',
  ],
  ['/raw/main/a.png', { kind: 'file', ref: 'main', path: 'a.png' }, 'o/n/a.png'],
  ['/blame/main/a.ts', { kind: 'file', ref: 'main', path: 'a.ts' }, 'o/n/a.ts'],
  ['/edit/main/a.ts', { kind: 'file', ref: 'main', path: 'a.ts' }, 'o/n/a.ts'],
  ['/tree/main', { kind: 'directory', ref: 'main' }, 'o/n'],
  ['/tree/main/src/model', { kind: 'directory', ref: 'main', path: 'src/model' }, 'o/n/src/model/'],
  ['/tree/main/src/', { kind: 'directory', ref: 'main', path: 'src' }, 'o/n/src/'],
  [
    '/commit/0123456789abcdef0123456789abcdef01234567',
    { kind: 'commit', ref: '0123456789abcdef0123456789abcdef01234567' },
    'o/n@0123456',
  ],
  ['/commit/0123456', { kind: 'commit', ref: '0123456' }, 'o/n@0123456'],
  ['/commits', { kind: 'commits' }, 'o/n'],
  ['/commits/main', { kind: 'commits', ref: 'main' }, 'o/n'],
  ['/compare/v1...v2', { kind: 'compare', ref: 'v1...v2' }, 'o/n@v1...v2'],
  ['/compare', { kind: 'compare' }, 'o/n'],
  ['/issues', { kind: 'issues' }, 'o/n'],
  ['/issues/', { kind: 'issues' }, 'o/n'],
  ['/issues?q=is%3Aopen', { kind: 'issues' }, 'o/n'],
  ['/issues/new', { kind: 'issues' }, 'o/n'],
  ['/issues/12', { kind: 'issue', number: 12 }, 'o/n#12'],
  ['/issues/12#issuecomment-345', { kind: 'issue', number: 12 }, 'o/n#12'],
  ['/pull/7', { kind: 'pull-request', number: 7 }, 'o/n#7'],
  ['/pull/7/files', { kind: 'pull-request', number: 7 }, 'o/n#7'],
  ['/pulls', { kind: 'pull-requests' }, 'o/n'],
  ['/discussions', { kind: 'discussions' }, 'o/n'],
  ['/discussions/99', { kind: 'discussion', number: 99 }, 'o/n#99'],
  ['/releases', { kind: 'releases' }, 'o/n'],
  ['/releases/latest', { kind: 'release' }, 'o/n'],
  ['/releases/latest/download/n.zip', { kind: 'release', path: 'n.zip' }, 'o/n'],
  ['/releases/tag/v1.0', { kind: 'release', ref: 'v1.0' }, 'o/n@v1.0'],
  ['/releases/tag/%40scope%2Fname%401.0', { kind: 'release', ref: '@scope/name@1.0' }, 'o/n@@scope/name@1.0'],
  ['/releases/download/v1/n.zip', { kind: 'release', ref: 'v1', path: 'n.zip' }, 'o/n@v1'],
  ['/tags', { kind: 'tags' }, 'o/n'],
  ['/wiki', { kind: 'wiki' }, 'o/n'],
  ['/wiki/Home', { kind: 'wiki', path: 'Home' }, 'o/n'],
  ['/actions', { kind: 'actions' }, 'o/n'],
  ['/actions/workflows/ci.yml', { kind: 'actions' }, 'o/n'],
  ['/stargazers', { kind: 'other' }, 'o/n'],
  ['/constructor', { kind: 'other' }, 'o/n'],
];

const GITLAB_ROWS: Row[] = [
  ['', { kind: 'repository' }, 'g/n'],
  ['.git', { kind: 'repository' }, 'g/n'],
  [
    '/-/blob/main/src/a.rb#L3-5',
    { kind: 'file', ref: 'main', path: 'src/a.rb', lines: [3, 5] },
    'g/n/src/a.rb#L3-L5',
  ],
  ['/-/tree/main/src', { kind: 'directory', ref: 'main', path: 'src' }, 'g/n/src/'],
  ['/-/raw/main/a.png', { kind: 'file', ref: 'main', path: 'a.png' }, 'g/n/a.png'],
  ['/blob/main/a.rb', { kind: 'file', ref: 'main', path: 'a.rb' }, 'g/n/a.rb'],
  ['/issues/3', { kind: 'issue', number: 3 }, 'g/n#3'],
  ['/-/issues', { kind: 'issues' }, 'g/n'],
  ['/-/work_items/3', { kind: 'issue', number: 3 }, 'g/n#3'],
  ['/-/merge_requests/4/diffs', { kind: 'pull-request', number: 4 }, 'g/n!4'],
  ['/-/merge_requests', { kind: 'pull-requests' }, 'g/n'],
  ['/-/commit/abcdef0123', { kind: 'commit', ref: 'abcdef0123' }, 'g/n@abcdef0'],
  ['/-/releases/v1', { kind: 'release', ref: 'v1' }, 'g/n@v1'],
  ['/-/releases', { kind: 'releases' }, 'g/n'],
  ['/-/releases/permalink/latest', { kind: 'release' }, 'g/n'],
  ['/-/tags/v1', { kind: 'tag', ref: 'v1' }, 'g/n@v1'],
  ['/-/tags', { kind: 'tags' }, 'g/n'],
  ['/-/wikis/home', { kind: 'wiki', path: 'home' }, 'g/n'],
  ['/-/pipelines/12', { kind: 'actions' }, 'g/n'],
  ['/-/settings', { kind: 'other' }, 'g/n'],
];

const CODEBERG_ROWS: Row[] = [
  ['', { kind: 'repository' }, 'o/n'],
  [
    '/src/branch/main/src/a.go#L4',
    { kind: 'file', ref: 'main', refKind: 'branch', path: 'src/a.go', lines: [4, 4] },
    'o/n/src/a.go#L4',
  ],
  ['/src/branch/main/src', { kind: 'directory', ref: 'main', refKind: 'branch', path: 'src' }, 'o/n/src/'],
  ['/src/branch/main', { kind: 'directory', ref: 'main', refKind: 'branch' }, 'o/n'],
  ['/src/tag/v1/LICENSE', { kind: 'file', ref: 'v1', refKind: 'tag', path: 'LICENSE' }, 'o/n/LICENSE'],
  [
    '/src/commit/abcdef01/x.y/',
    { kind: 'directory', ref: 'abcdef01', refKind: 'commit', path: 'x.y' },
    'o/n/x.y/',
  ],
  ['/src/master/a.go', { kind: 'file', ref: 'master', path: 'a.go' }, 'o/n/a.go'],
  ['/raw/branch/main/a', { kind: 'file', ref: 'main', refKind: 'branch', path: 'a' }, 'o/n/a'],
  ['/commits/branch/main', { kind: 'commits', ref: 'main', refKind: 'branch' }, 'o/n'],
  ['/issues/1', { kind: 'issue', number: 1 }, 'o/n#1'],
  ['/pulls/2', { kind: 'pull-request', number: 2 }, 'o/n#2'],
  ['/pulls', { kind: 'pull-requests' }, 'o/n'],
  ['/releases/tag/v1', { kind: 'release', ref: 'v1' }, 'o/n@v1'],
  ['/actions', { kind: 'actions' }, 'o/n'],
];

const BITBUCKET_ROWS: Row[] = [
  ['', { kind: 'repository' }, 'o/n'],
  [
    '/src/master/a.py#lines-3:5',
    { kind: 'file', ref: 'master', path: 'a.py', lines: [3, 5] },
    'o/n/a.py#L3-L5',
  ],
  [
    '/src/master/bin/run#lines-3',
    { kind: 'file', ref: 'master', path: 'bin/run', lines: [3, 3] },
    'o/n/bin/run#L3',
  ],
  ['/src/master/docs/', { kind: 'directory', ref: 'master', path: 'docs' }, 'o/n/docs/'],
  ['/src', { kind: 'directory' }, 'o/n'],
  ['/raw/master/a.png', { kind: 'file', ref: 'master', path: 'a.png' }, 'o/n/a.png'],
  ['/commits/abcdef01', { kind: 'commit', ref: 'abcdef01' }, 'o/n@abcdef0'],
  ['/commits', { kind: 'commits' }, 'o/n'],
  ['/issues/5/title-of-it', { kind: 'issue', number: 5 }, 'o/n#5'],
  ['/pull-requests/6', { kind: 'pull-request', number: 6 }, 'o/n#6'],
  ['/wiki/Home', { kind: 'wiki', path: 'Home' }, 'o/n'],
  ['/downloads/', { kind: 'other' }, 'o/n'],
];

const SOURCEHUT_ROWS: Row[] = [
  ['', { kind: 'repository' }, '~o/n'],
  ['/tree', { kind: 'directory' }, '~o/n'],
  [
    '/tree/master/item/src/a.c#L9',
    { kind: 'file', ref: 'master', path: 'src/a.c', lines: [9, 9] },
    '~o/n/src/a.c#L9',
  ],
  ['/tree/master/item/src/', { kind: 'directory', ref: 'master', path: 'src' }, '~o/n/src/'],
  ['/blob/master/a.c', { kind: 'file', ref: 'master', path: 'a.c' }, '~o/n/a.c'],
  ['/log', { kind: 'commits' }, '~o/n'],
  ['/commit/abcdef01', { kind: 'commit', ref: 'abcdef01' }, '~o/n@abcdef0'],
  ['/refs/1.0', { kind: 'tag', ref: '1.0' }, '~o/n@1.0'],
];

describe('parseRepository', () => {
  const forges = [
    [GITHUB, GITHUB_ROWS],
    [GITLAB, GITLAB_ROWS],
    [CODEBERG, CODEBERG_ROWS],
    [BITBUCKET, BITBUCKET_ROWS],
    [SOURCEHUT, SOURCEHUT_ROWS],
  ] as const;
  for (const [base, rows] of forges)
    for (const [rest, link, text] of rows)
      it(`reads ${base.url}${rest}`, () => {
        const parsed = parseRepository(base.url + rest);
        expect(parsed).to.deep.equal({ ...base, ...link });
        expect(parsed && formatRepository(parsed)).to.equal(text);
      });

  const spellings: [url: string, repository: string][] = [
    ['http://github.com/o/n', 'https://github.com/o/n'],
    ['HTTPS://GitHub.COM/DotNet/CoreCLR', 'https://github.com/DotNet/CoreCLR'],
    ['https://www.github.com/o/n', 'https://github.com/o/n'],
    ['https://github.com:443/o/n', 'https://github.com/o/n'],
    ['https://github.com./o/n', 'https://github.com/o/n'],
    ['//github.com/o/n', 'https://github.com/o/n'],
    [' https://github.com/o/n\n', 'https://github.com/o/n'],
    ['https://github.com//o//n//', 'https://github.com/o/n'],
    ['https://github.com/o/n.js', 'https://github.com/o/n.js'],
    ['https://github.com/o/.github', 'https://github.com/o/.github'],
    ['https://github.com/mona_corp/n', 'https://github.com/mona_corp/n'],
    ['https://raw.githubusercontent.com/o/n/main/docs/a.png', 'https://github.com/o/n'],
    ['https://gitlab.com/a/b/c/d/-/issues/1', 'https://gitlab.com/a/b/c/d'],
    ['https://gitlab.com/a/b/c/issues/1', 'https://gitlab.com/a/b/c'],
    ['https://gitlab.com/a/b/c', 'https://gitlab.com/a/b/c'],
    ['https://gitlab.gnome.org/GNOME/gtk', 'https://gitlab.gnome.org/GNOME/gtk'],
    ['https://salsa.debian.org/ruby-team/ruby-kramdown', 'https://salsa.debian.org/ruby-team/ruby-kramdown'],
    ['https://gitea.com/gitea/tea', 'https://gitea.com/gitea/tea'],
    ['https://forgejo.example.org/o/n', 'https://forgejo.example.org/o/n'],
  ];
  for (const [url, repository] of spellings)
    it(`finds ${repository} in ${JSON.stringify(url)}`, () => {
      expect(parseRepository(url)?.url).to.equal(repository);
    });

  it('reads a raw file', () => {
    const link = parseRepository('https://raw.githubusercontent.com/o/n/refs/heads/main/docs/a.png');
    expect(link).to.deep.equal({ ...GITHUB, kind: 'file', ref: 'refs/heads/main', path: 'docs/a.png' });
  });

  it('keeps the groups of a GitLab project in its owner', () => {
    const link = parseRepository('https://gitlab.com/a/b/c/-/tree/main');
    expect(link).to.include({ owner: 'a/b', name: 'c', kind: 'directory' });
    expect(link && formatRepository(link)).to.equal('a/b/c');
  });

  const others = [
    '',
    'o/n',
    '#fragment',
    'overview.html',
    'mailto:me@github.com',
    'ftp://github.com/o/n',
    'git@github.com:o/n.git',
    'https://github.com',
    'https://github.com/',
    'https://github.com/o',
    'https://github.com/o/',
    'https://github.com/o/..',
    'https://github.com/o/.git',
    'https://github.com/features/actions',
    'https://github.com/About/careers',
    'https://github.com/topics/markdown',
    'https://github.com/orgs/dotnet/people',
    'https://github.com/sponsors/o',
    'https://github.com/marketplace/actions',
    'https://github.com/settings/tokens',
    'https://github.com/login/oauth',
    'https://github.com/apps/dependabot',
    'https://github.com/users/o/projects',
    'https://github.com/search/advanced',
    'https://github.com/-o/n',
    'https://github.com/o/a%2Fb',
    'https://github.com/o/{{ name }}',
    'https://github.com/{{ site.owner }}/n',
    'https://gist.github.com/o/0123456789abcdef',
    'https://docs.github.com/en/rest',
    'https://o.github.io/n',
    'https://github.com.example.org/o/n',
    'https://notgithub.com/o/n',
    'https://github.com@example.org/o/n',
    'https://example.org\\@github.com/o/n',
    'https://example.org/github.com/o/n',
    'https://raw.githubusercontent.com/o/n/main',
    'https://gitlab.com/explore/projects',
    'https://gitlab.com/groups/g/-/issues',
    'https://gitlab.com/g',
    'https://gitlab.com/g/-/epics',
    'https://codeberg.org/explore/repos',
    'https://bitbucket.org/product/features',
    'https://git.sr.ht/o/n',
    'https://sr.ht/~o/n',
    'https://blogs.msdn.com/b/dotnet/archive/2015/02/03/x.aspx',
    'https://constructor/o/n',
  ];
  for (const url of others)
    it(`sees no repository in ${JSON.stringify(url)}`, () => {
      expect(parseRepository(url)).to.equal(undefined);
    });

  describe('on hosts of their own', () => {
    const hosts: ForgeHosts = {
      'git.example.org': 'gitlab',
      'code.example.org:3000': 'forgejo',
      'ghe.example.org': 'github',
    };
    const rows: [url: string, expected: Partial<RepositoryLink> | undefined][] = [
      [
        'https://git.example.org/a/b/c/-/blob/main/x.md',
        { forge: 'gitlab', owner: 'a/b', name: 'c', kind: 'file' },
      ],
      [
        'http://code.example.org:3000/o/n/pulls/1',
        { forge: 'forgejo', kind: 'pull-request', url: 'http://code.example.org:3000/o/n' },
      ],
      ['https://ghe.example.org/o/n/pull/3', { forge: 'github', host: 'ghe.example.org', number: 3 }],
      ['https://ghe.example.org/settings/n', undefined],
      ['https://other.example.org/o/n', undefined],
      ['https://github.com/o/n', { forge: 'github' }],
    ];
    for (const [url, expected] of rows)
      it(`reads ${url}`, () => {
        const link = parseRepository(url, hosts);
        if (expected) expect(link).to.include(expected);
        else expect(link).to.equal(undefined);
      });
  });
});
