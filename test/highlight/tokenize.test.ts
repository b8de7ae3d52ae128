import { expect } from 'chai';
import { grammarOf } from '../../src/highlight/languages.js';
import { tokenize } from '../../src/highlight/tokenize.js';

const painted = async (text: string, language: string): Promise<string[]> =>
  (await tokenize(text, language)).map(({ paint, from, to }) => `${paint} ${text.slice(from, to)}`);

describe('the tokens of code', () => {
  it('are what it is made of, in order', async () => {
    expect(await painted('const a = "b"; // c', 'js')).to.deep.equal([
      'keyword const',
      'string "b"',
      'comment // c',
    ]);
  });

  it('leave code inside a string to itself', async () => {
    expect(await painted('`a${b}c`', 'ts')).to.deep.equal(['string `a', 'string c`']);
  });

  it('are found in languages inside a language', async () => {
    expect(await painted('<script>let a</script>', 'html')).to.include('keyword let');
    expect(await painted('$ echo "a"', 'console')).to.include('string "a"');
  });

  it('never overlap', async () => {
    const text = 'class A<T> extends B { @c() d = /e[f]/g; get h() { return `i${1 + 2}` } }';
    let end = 0;
    for (const { from, to } of await tokenize(text, 'ts')) {
      expect(from).to.be.at.least(end);
      expect(to).to.be.above(from);
      end = to;
    }
  });

  for (const [name, grammar] of [
    ['C#', 'csharp'],
    ['c++', 'cpp'],
    ['TS', 'typescript'],
    ['bat', 'batch'],
    ['yml', 'yaml'],
    ['vue', 'markup'],
  ] as const)
    it(`are those of ${grammar} for ${name}`, async () => {
      expect(grammarOf(name)).to.equal(grammar);
      await tokenize('a', name);
    });

  it('are none in a language that nobody knows, and in a code that is too long', async () => {
    for (const name of ['no-such-language', 'constructor', ''])
      expect(await tokenize('a "b"', name)).to.deep.equal([]);
    expect(await tokenize('"a" '.repeat(30_000), 'js')).to.deep.equal([]);
  });
});
