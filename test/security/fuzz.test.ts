import { expect } from 'chai';
import '../../src/index.js';
import { renderPage } from '../../src/server/page.js';
import { fc } from '../property.js';
import { provoke } from './provoke.js';
import { randomData, randomMarkdown } from './random-pages.js';
import { findResidues } from './residues.js';

/** What pages did that they must not do. */
const events: string[] = [];

const KINDS = [
  ['Markdown', randomMarkdown],
  ['data', randomData],
] as const;

describe('random pages', function () {
  this.timeout(120_000);
  const onError = ({ message }: ErrorEvent): void => {
    // The browser's own complaint about a loop that it broke.
    if (message && !message.includes('ResizeObserver')) events.push(`an error: ${message}`);
  };
  const onRejection = ({ reason }: PromiseRejectionEvent): void => {
    events.push(`a rejection: ${String(reason)}`);
  };
  const onClick = (event: Event): void => event.preventDefault();
  before(() => {
    Object.assign(window, { hit: () => events.push('a script ran') });
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
    addEventListener('click', onClick, true);
  });
  after(() => {
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
    removeEventListener('click', onClick, true);
  });

  for (const [kind, texts] of KINDS)
    it(`leave nothing that could do harm: ${kind}`, () =>
      fc.assert(
        fc.asyncProperty(texts, async (text) => {
          const container = document.createElement('div');
          document.body.append(container);
          container.innerHTML =
            kind === 'data' ? await renderPage(text, { format: 'json' }) : await renderPage(text);
          const page = document.createElement('doc-page');
          if (kind === 'data') page.data = text;
          else page.markdown = text;
          document.body.append(page);
          try {
            await page.updateComplete;
            for (const root of [container, page]) {
              expect(findResidues(root)).to.deep.equal([]);
              await provoke(root);
            }
            // Data that are no page fail, and say why.
            const isPage = kind !== 'data' || page.childElementCount > 0 || page.problems.length === 0;
            expect(page.matches(isPage ? ':state(ready)' : ':state(error)')).to.equal(true);
            expect(events.splice(0)).to.deep.equal([]);
          } finally {
            container.remove();
            page.remove();
          }
        }),
        { numRuns: 120 },
      ));
});
