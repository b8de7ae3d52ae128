import { expect } from 'chai';
import '../../src/index.js';
import type { DocErrorEvent, DocProblemEvent } from '../../src/index.js';
import { LoadError, type LoadErrorReason } from '../../src/dom/load-error.js';
import { fixture } from './fixture.js';
import {
  FAULT,
  firstEvent,
  forget,
  fresh,
  json,
  listenToLoading,
  moment,
  statesOf,
  told,
  toldEvents,
  type Loading,
} from './loading.js';

/** What refuses connections listens from now on, and what answers faults is well. */
async function mend(until: string, { origin, port }: URL): Promise<void> {
  if (origin !== location.origin) await fetch(`${FAULT}closed/${port}`);
  await fetch(`${FAULT}well/${until}`);
}

interface Fault {
  readonly name: string;
  /** Below that of the fault server, or the whole address. */
  readonly path: string | (() => Promise<string>);
  readonly attributes?: string;
  readonly reason: LoadErrorReason;
  readonly status?: number;
  /** What its message tells, beside the address. */
  readonly says: RegExp;
}

/** On another origin that runs, and lets nobody in unless it is told to. */
async function elsewhere(path: string): Promise<string> {
  const { origin } = await json<{ origin: string }>('closed');
  await fetch(`${FAULT}closed/${new URL(origin).port}`);
  return `${origin}/__fault/${path}`;
}

const FAULTS: readonly Fault[] = [
  {
    name: 'refused',
    path: async () => `${(await json<{ origin: string }>('closed')).origin}/__fault/echo?cors=*`,
    reason: 'network',
    says: /cannot be reached/,
  },
  { name: 'dropped without an answer', path: 'drop/a.md', reason: 'network', says: /does not answer/ },
  { name: 'reset in mid-body', path: 'reset/a.md', reason: 'network', says: /connection/ },
  { name: 'cut short of its length', path: 'cut/a.md', reason: 'network', says: /connection/ },
  { name: 'no answer', path: 'hang', attributes: 'timeout="1500"', reason: 'timeout', says: /1\.5 seconds/ },
  {
    name: 'a slow drip',
    path: 'drip?ms=50',
    // As long as a busy machine may take for the answer after the fault.
    attributes: 'timeout="1500"',
    reason: 'timeout',
    says: /1\.5 seconds/,
  },
  ...[400, 401, 403, 404, 410, 418, 429, 451, 500, 502, 503, 504].map((status) => ({
    name: `status ${String(status)}`,
    path: `status/${String(status)}/a.md`,
    reason: 'http' as const,
    status,
    says: new RegExp(String(status)),
  })),
  {
    name: 'a redirect to what is not there',
    path: `redirect?to=${encodeURIComponent(`${FAULT}status/404`)}`,
    reason: 'http',
    status: 404,
    says: /404/,
  },
  { name: 'a redirect without an end', path: 'redirect', reason: 'network', says: /does not answer/ },
  {
    name: 'a redirect to a sign-in page',
    path: `redirect?to=${encodeURIComponent(`${FAULT}type/login`)}`,
    reason: 'type',
    says: /HTML page, after a redirect to .*login/,
  },
  {
    name: 'another site that lets nobody read',
    path: () => elsewhere('echo/a.md'),
    reason: 'network',
    says: /CORS.*Access-Control-Allow-Origin/,
  },
  { name: 'a sign-in page', path: 'type/html-as-md', reason: 'type', says: /sent an HTML page/ },
  {
    name: 'a sign-in page said to be Markdown',
    path: `echo/a.md?body=${encodeURIComponent('<!doctype html><title>Sign in</title>')}`,
    reason: 'type',
    says: /sent an HTML page/,
  },
  {
    name: 'a sign-in page said to be JSON',
    path: `echo/a.json?type=application/json&body=${encodeURIComponent('<!doctype html><title>Sign in</title>')}`,
    reason: 'type',
    says: /sent an HTML page/,
  },
  { name: 'a PDF file', path: 'pdf', reason: 'type', says: /sent a PDF file/ },
  { name: 'a PNG file', path: 'png', reason: 'type', says: /sent an image/ },
  {
    name: 'a PNG file said to be text',
    path: `echo?type=text/plain&base64=${encodeURIComponent(btoa('\x89PNG\r\n\x1a\n\0'))}`,
    reason: 'type',
    says: /sent an image/,
  },
  {
    name: 'a text over the largest size',
    path: 'big?bytes=5000001',
    reason: 'too-large',
    says: /larger than 5 MB/,
  },
  {
    name: 'a text over the largest size, which it does not state',
    path: 'big?bytes=90000&length=none',
    attributes: 'max-bytes="80000"',
    reason: 'too-large',
    says: /larger than 80 kB/,
  },
];

describe('a source', () => {
  listenToLoading();

  for (const tag of ['doc-page', 'doc-section'])
    describe(`that fails, in a ${tag}`, () => {
      for (const { name, path, attributes = '', reason, status, says } of FAULTS)
        it(`keeps the fallback, says why, and recovers: ${name}`, async () => {
          const until = fresh();
          const found = typeof path === 'string' ? FAULT + path : await path();
          const src = `${found}${found.includes('?') ? '&' : '?'}until=${until}`;
          const element = fixture<Loading>(`<${tag} src="${src}" ${attributes}><p>fallback</p></${tag}>`);
          const fallback = element.querySelector('p');
          await element.updateComplete;
          await moment();

          expect(told).to.deep.equal([':loading', 'doc-error', ':error', 'doc-problem']);
          const { error, status: code } = firstEvent<DocErrorEvent>('doc-error');
          expect(error).to.be.instanceOf(LoadError);
          expect(error).to.include({ reason, url: src });
          expect(error.message).to.match(says).and.include(src);
          expect(code).to.equal(status);
          expect(firstEvent<DocProblemEvent>('doc-problem').problems.map(({ code }) => code)).to.deep.equal([
            'load-failed',
          ]);
          expect(statesOf(element)).to.deep.equal(['error']);
          expect(element.querySelector('p')).to.equal(fallback);
          expect(fallback?.checkVisibility()).to.equal(true);

          forget();
          await mend(until, new URL(src));
          await element.refresh();
          expect(new Set(told)).to.deep.equal(new Set([':loading', 'doc-load', ':ready', 'doc-render']));
          expect(told.filter((type) => type.startsWith('doc-'))).to.deep.equal(['doc-load', 'doc-render']);
          expect(statesOf(element)).to.deep.equal(['ready']);
          expect(element.textContent).to.include('Text of the page.').and.not.to.include('fallback');
          expect(element.problems).to.deep.equal([]);
        });
    });

  it('that is cut short without a length fails, or is shown as far as it came where the engine does not tell', async () => {
    const element = fixture<Loading>(
      `<doc-page src="${FAULT}cut/a.md?length=none"><p>fallback</p></doc-page>`,
    );
    await element.updateComplete;
    if (statesOf(element).includes('error')) {
      expect(toldEvents()).to.deep.equal(['doc-error', 'doc-problem']);
      expect(element.textContent).to.equal('fallback');
    } else {
      expect(toldEvents().slice(0, 2)).to.deep.equal(['doc-load', 'doc-render']);
      expect(element.textContent).to.include('Text of the page.');
    }
  });
});
