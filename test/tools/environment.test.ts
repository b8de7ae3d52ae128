import { expect } from 'chai';
import { setEnvironment } from './environment.js';

const matches = (query: string) => matchMedia(query).matches;

describe('the environment of a browser test', () => {
  it('begins with 800 × 600 and the media of the engine', () => {
    expect([innerWidth, innerHeight]).to.deep.equal([800, 600]);
    expect(matches('screen and (prefers-color-scheme: light) and (forced-colors: none)')).to.be.true;
  });

  it('sets the viewport', async () => {
    const { viewport } = await setEnvironment({ viewport: { width: 640, height: 480 } });
    expect(viewport).to.be.true;
    expect([innerWidth, innerHeight]).to.deep.equal([640, 480]);
  });

  it('says when the viewport is not as asked', async () => {
    const { viewport } = await setEnvironment({ viewport: { width: 360, height: 700 } });
    expect(viewport).to.equal(innerWidth === 360 && innerHeight === 700);
  });

  const cases = [
    { features: { 'prefers-color-scheme': 'dark' }, query: '(prefers-color-scheme: dark)' },
    { features: { 'prefers-reduced-motion': 'reduce' }, query: '(prefers-reduced-motion: reduce)' },
    { features: { 'forced-colors': 'active' }, query: '(forced-colors: active)' },
    { features: { 'prefers-contrast': 'more' }, query: '(prefers-contrast: more)' },
    { media: 'print' as const, query: 'print' },
  ];
  for (const { query, ...environment } of cases)
    it(`emulates ${query} or says that it cannot`, async () => {
      const { media } = await setEnvironment(environment);
      expect(media).to.equal(matches(query));
      expect((await setEnvironment({ media: '', features: {} })).media).to.equal(media);
      expect(matches(query)).to.be.false;
    });

  // What is left behind here must not reach environment-reset.test.ts, which runs next in the same page.
  after(() =>
    setEnvironment({ viewport: { width: 500, height: 500 }, features: { 'forced-colors': 'active' } }),
  );
});
