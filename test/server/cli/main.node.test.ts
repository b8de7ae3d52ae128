import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { run } from './command-line.js';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

describe('the command line', () => {
  it('explains itself', async () => {
    const { code, out } = await run(['--help']);
    expect(code).to.equal(0);
    for (const word of ['render', 'check', 'init', 'Exit codes', '--version']) expect(out).to.contain(word);
  });

  it('explains itself to who says nothing, as a mistake', async () => {
    const { code, out } = await run([]);
    expect(code).to.equal(2);
    expect(out).to.contain('Usage:');
  });

  for (const [command, words] of [
    ['render', ['--out', '--document', '--watch', 'Examples:']],
    ['check', ['--format', '--max-warnings', 'Examples:']],
    ['init', ['--force', '--json', 'CITATION.cff']],
    ['repos', ['--out', '--forges', 'GITHUB_TOKEN']],
  ] as const)
    it(`explains ${command}, each line short enough to read`, async () => {
      const { code, out } = await run([command, '--help']);
      expect(code).to.equal(0);
      for (const word of words) expect(out).to.contain(word);
      const text = out.slice(0, out.indexOf('Examples:'));
      expect(Math.max(...text.split('\n').map((line) => line.length))).to.be.at.most(82);
    });

  it('says its version', async () => {
    expect((await run(['--version'])).out).to.equal(`${version}\n`);
  });

  const mistakes: readonly (readonly [string, RegExp])[] = [
    ['rendr x.md', /no command rendr\. Did you mean render\?/],
    ['nothing-like-it', /no command nothing-like-it\. See doc-elements --help/],
    ['--out x render', /The command comes first/],
    ['check', /Name the files or folders to check/],
    ['render', /Name the files or folders to render/],
    ['check x.md --formt json', /no option --formt\. Did you mean --format\?/],
    ['check x.md --format yaml', /--format does not know “yaml”\. It takes pretty, json, github\./],
    ['check x.md --format githb', /Did you mean github\?/],
    ['render x.md --slugs hugo', /It takes github, kramdown, docusaurus\./],
    ['check x.md --format', /--format needs a value/],
    ['check x.md --quiet=yes', /--quiet takes no value/],
    ['check x.md --max-warnings -1', /--max-warnings/],
    ['check x.md --max-warnings=1.5', /takes a whole number of 0 or more, not “1\.5”/],
    ['render x.md --heading-level 7', /takes a whole number from 1 to 6, not “7”/],
    ['render x.md --llms-txt', /--llms-txt needs --out/],
    ['render x.md --out o --styles a.css', /--styles needs --document/],
    ['render x.md --out o --json --document', /exclude each other/],
    ['render x.md --base ftp://x', /--base takes an absolute URL or a path/],
    ['render x.md --document --url /x', /--url takes an absolute URL/],
    ['render x.md --url https://e.org', /--url needs --document or --llms-txt\./],
    ['render x.md --lang de', /--lang needs --document/],
    ['render x.md --document --lang de_DE', /--lang takes a language tag/],
    ['render x.md --document --image a.png', /--image takes an absolute URL/],
    ['render x.md --repo wren', /--repo takes owner\/name, owner\/name@ref or the URL of a repository/],
    ['render x.md --root no-such-folder', /--root: There is no folder no-such-folder\./],
    ['check x.md --root no-such-folder', /--root: There is no folder no-such-folder\./],
    ['check -', /check reads files/],
    ['render - x.md', /name it alone/],
    ['init a b', /takes one folder/],
    ['init no-such-folder', /There is no folder no-such-folder/],
  ];
  it('says what is wrong with a command line and what to write, and does nothing', async () => {
    const runs = await Promise.all(mistakes.map(([line]) => run(line.split(' '))));
    runs.forEach(({ code, out, err }, index) => {
      const [line, expected] = mistakes[index]!;
      expect({ code, out }, line).to.deep.equal({ code: 2, out: '' });
      expect(err, line).to.match(expected);
    });
  });

  it('has colour where it is wanted only', async () => {
    const line = ['check', 'no-such-file.md'];
    const [plain, forced] = await Promise.all([
      run(line),
      run(line, { env: { NO_COLOR: '', FORCE_COLOR: '1' } }),
    ]);
    expect(plain.out).not.to.contain('\u001b');
    expect(forced.out).to.contain('\u001b[31m');
  });
});
