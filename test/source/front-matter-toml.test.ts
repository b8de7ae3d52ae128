import { expect } from 'chai';
import type { Json } from '../../src/model/page.js';
import { readToml } from '../../src/source/front-matter-toml.js';

describe('readToml', () => {
  const rows: [toml: string, data: Record<string, Json>][] = [
    ['', {}],
    ['# comment', {}],
    ['title = "a"\nweight = 3\ndraft = false', { title: 'a', weight: 3, draft: false }],
    ['tags = ["a", \'b\']\n"quoted key" = 1.5', { tags: ['a', 'b'], 'quoted key': 1.5 }],
    ['[menu]\nmain = { weight = 1 }', { menu: { main: { weight: 1 } } }],
    ['a = 2015-02-03\nb = 2015-02-03T10:20:30Z', { a: '2015-02-03', b: '2015-02-03T10:20:30.000Z' }],
    ['a = """\nb\nc"""', { a: 'b\nc' }],
  ];
  for (const [toml, data] of rows)
    it(`reads ${JSON.stringify(toml)}`, async () => {
      expect(await readToml(toml)).to.deep.equal({ data, faults: [] });
    });

  it('sees no front matter in text', async () => {
    expect(await readToml('text\na = 1')).to.equal(undefined);
  });

  it('takes the values as text where the library cannot be loaded', async () => {
    const reading = await readToml('title = "a"\nweight = 3', () => Promise.reject(new Error('offline')));
    expect(reading?.data).to.deep.equal({ title: 'a', weight: '3' });
    expect(reading?.faults.map(({ message }) => message).join()).to.match(/could not be loaded/);
  });
});
