import { expect } from 'chai';
import type { DocPage } from '../../src/index.js';
import '../../src/index.js';
import { clearFixtures, fixture, until } from '../elements/fixture.js';

const IMAGE = '/demo/favicon.svg';

describe('pictures for one colour scheme', () => {
  afterEach(clearFixtures);

  for (const scheme of ['light', 'dark'] as const)
    it(`follow the element's scheme, whatever the reader prefers: ${scheme}`, async () => {
      const host = fixture<DocPage>(`<doc-page style="color-scheme: ${scheme}"></doc-page>`);
      host.markdown = `![L](${IMAGE}#gh-light-mode-only) ![D](${IMAGE}#gh-dark-mode-only)\n\n![Both](${IMAGE})`;
      await host.updateComplete;
      const seen = (): string[] =>
        [...host.querySelectorAll('img')].filter((image) => image.checkVisibility()).map(({ alt }) => alt);
      await until(() => seen().length === 2, 'the style sheet');
      expect(seen()).to.deep.equal([scheme === 'light' ? 'L' : 'D', 'Both']);
      host.style.colorScheme = scheme === 'light' ? 'dark' : 'light';
      expect(seen()).to.deep.equal([scheme === 'light' ? 'D' : 'L', 'Both']);
    });
});
