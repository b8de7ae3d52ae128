import { expect } from 'chai';
import { describeRepository } from '../../src/model/describe-repository.js';
import { parseRepository } from '../../src/model/repository.js';

const described: [url: string, words: string][] = [
  ['https://github.com/dotnet/runtime', 'Repository dotnet/runtime'],
  ['https://github.com/dotnet/runtime/pull/12', 'Pull request 12 in dotnet/runtime'],
  ['https://github.com/dotnet/runtime/issues/7#issuecomment-1', 'Issue 7 in dotnet/runtime'],
  ['https://github.com/dotnet/runtime/issues?q=is%3Aopen', 'Issues of dotnet/runtime'],
  [
    'https://github.com/dotnet/coreclr/blob/master/src/vm/ceemain.cpp#L10-L20',
    'File src/vm/ceemain.cpp in dotnet/coreclr, lines 10 to 20',
  ],
  [
    'https://github.com/dotnet/coreclr/blob/master/LICENSE.TXT#L3',
    'File LICENSE.TXT in dotnet/coreclr, line 3',
  ],
  ['https://github.com/dotnet/coreclr/tree/master/src', 'Directory src in dotnet/coreclr'],
  ['https://github.com/dotnet/coreclr/tree/release', 'Repository dotnet/coreclr'],
  [
    'https://github.com/dotnet/coreclr/commit/1f2e3d4c5b6a79880123456789abcdef01234567',
    'Commit 1f2e3d4 in dotnet/coreclr',
  ],
  ['https://github.com/dotnet/roslyn/compare/main...dev', 'Comparison main...dev in dotnet/roslyn'],
  ['https://github.com/dotnet/roslyn/releases/tag/v4.8.0', 'Release v4.8.0 of dotnet/roslyn'],
  ['https://github.com/dotnet/roslyn/releases/latest', 'Releases of dotnet/roslyn'],
  ['https://github.com/dotnet/roslyn/wiki/FAQ', 'Wiki of dotnet/roslyn'],
  ['https://github.com/dotnet/runtime/discussions/34', 'Discussion 34 in dotnet/runtime'],
  ['https://github.com/dotnet/runtime/settings', 'Page of dotnet/runtime'],
  [
    'https://gitlab.com/gitlab-org/charts/gitlab/-/merge_requests/5',
    'Pull request 5 in gitlab-org/charts/gitlab',
  ],
  ['https://codeberg.org/forgejo/forgejo/src/branch/forgejo/README.md', 'File README.md in forgejo/forgejo'],
  ['https://git.sr.ht/~sircmpwn/scdoc/refs/1.11.2', 'Tag 1.11.2 of ~sircmpwn/scdoc'],
];

describe('describeRepository', () => {
  for (const [url, words] of described)
    it(`says ${words}`, () => {
      expect(describeRepository(parseRepository(url)!)).to.equal(words);
    });
});
