import { expect } from 'chai';
import { Cache } from '../../../src/server/cli/cache.js';

describe('Cache', () => {
  it('finds out once, and forgets what was not asked for the longest', async () => {
    const cache = new Cache<string>(2);
    const found: string[] = [];
    const get = (name: string): Promise<string> =>
      cache.get(name, () => {
        found.push(name);
        return Promise.resolve(name.toUpperCase());
      });
    expect(await Promise.all(['a', 'a', 'b'].map(get))).to.deep.equal(['A', 'A', 'B']);
    expect(found).to.deep.equal(['a', 'b']);
    await get('a');
    await get('c');
    await get('a');
    expect(found).to.deep.equal(['a', 'b', 'c']);
    await get('b');
    expect(found).to.deep.equal(['a', 'b', 'c', 'b']);
  });
});
