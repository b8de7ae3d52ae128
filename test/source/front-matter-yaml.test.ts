import { expect } from 'chai';
import { readYaml } from '../../src/source/front-matter-yaml.js';

const unreachable = () => Promise.reject(new Error('offline'));

describe('readYaml', () => {
  it('loads no library for flat front matter', async () => {
    const yaml = 'layout: main\ntitle: About .NET Core\ntags: [a, b]\naliases:\n  - /c/';
    const reading = await readYaml(yaml, unreachable);
    expect(reading).to.deep.equal({
      data: { layout: 'main', title: 'About .NET Core', tags: ['a', 'b'], aliases: ['/c/'] },
      faults: [],
    });
  });

  it('reads the simple values where the library cannot be loaded', async () => {
    const reading = await readYaml('title: a\nmenu:\n  main: 1\nlayout: x', unreachable);
    expect(reading?.data).to.deep.equal({ title: 'a', menu: 'main: 1', layout: 'x' });
    expect(reading?.faults).to.have.length(1);
    expect(reading?.faults[0]?.message).to.match(/could not be loaded/);
  });

  it('takes no prose for front matter because the library cannot be loaded', async () => {
    expect(await readYaml('Note: this: is\n\nprose.', unreachable)).to.equal(undefined);
  });
});
