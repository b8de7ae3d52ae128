import { expect } from 'chai';

describe('the environment of the next browser test', () => {
  it('is the default again', () => {
    expect([innerWidth, innerHeight]).to.deep.equal([800, 600]);
    expect(matchMedia('(forced-colors: none)').matches).to.be.true;
  });
});
