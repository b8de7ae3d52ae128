import { expect } from 'chai';
import { find, mount, removeFixtures } from './fixture.js';

interface Outcome {
  readonly compiled?: string;
  readonly raw?: string;
  readonly trusted?: string;
  readonly jsonLd?: string;
  readonly error?: string;
  readonly violations: string[];
}

const SCRIPT = `
  const violations = [];
  document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
  const outcome = { violations };
  const answer = () => parent.postMessage({ outcome }, '*');
  try {
    if (FALLBACK) delete Element.prototype.setHTML;
    if (SECOND) globalThis.trustedTypes?.createPolicy('doc-elements', { createHTML: (html) => html });
    const { toFragment, sinkReady } = await import('ORIGIN/src/dom/sink.ts');
    await sinkReady();
    const render = (html, options) => {
      const element = document.createElement('div');
      document.body.append(element);
      element.replaceChildren(toFragment(html, options));
      return element.innerHTML;
    };
    outcome.compiled = render('<p>a</p>', { rawHtml: false });
    outcome.raw = render('<p onclick="1">a</p>', { rawHtml: true });
    if (JSON_LD) {
      const { setJsonLd } = await import('ORIGIN/src/dom/json-ld.ts');
      setJsonLd(document.body, '{"a": 1}');
      outcome.jsonLd = document.querySelector('[data-doc-chrome]').textContent;
    }
    if (TRUSTED) outcome.trusted = render('<p style="x">a</p>', { trusted: true, rawHtml: true });
  } catch (error) {
    outcome.error = error.message;
  }
  answer();
`;

const DEFAULTS = { fallback: false, trusted: true, second: false, jsonLd: false };

/** Runs the sink in a page with a Content-Security-Policy of its own. */
async function runUnder(policy: string, wanted: Partial<typeof DEFAULTS> = {}): Promise<Outcome> {
  const { fallback, trusted, second, jsonLd } = { ...DEFAULTS, ...wanted };
  const frame = find<HTMLIFrameElement>(mount('<iframe></iframe>'), 'iframe');
  const script = SCRIPT.replace('FALLBACK', String(fallback))
    .replace('TRUSTED', String(trusted))
    .replace('SECOND', String(second))
    .replace('JSON_LD', String(jsonLd))
    .replaceAll('ORIGIN', location.origin);
  const answer = new Promise<Outcome>((resolve) => {
    addEventListener('message', function listen({ data, source }: MessageEvent<{ outcome: Outcome }>) {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', listen);
      resolve(data.outcome);
    });
  });
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><body><script type="module">${script}</script>`;
  return answer;
}

const POLICY = "require-trusted-types-for 'script'; trusted-types doc-elements";
const rendered = { compiled: '<p>a</p>', raw: '<p>a</p>' };
const hasSetHtml = 'setHTML' in Element.prototype;

describe('the sink under Trusted Types', () => {
  afterEach(removeFixtures);

  for (const fallback of [false, true])
    it(`works with the policy it names${fallback ? ', by DOMPurify' : ''}`, async () =>
      expect(await runUnder(POLICY, { fallback })).to.deep.equal({
        ...rendered,
        trusted: '<p style="x">a</p>',
        violations: [],
      }));

  it('needs no policy where the browser sanitizes', async function () {
    if (!hasSetHtml) this.skip();
    const policy = "require-trusted-types-for 'script'; trusted-types 'none'";
    expect(await runUnder(policy, { trusted: false })).to.deep.equal({ ...rendered, violations: [] });
  });

  it('says what to allow where trusted HTML is forbidden', async () => {
    const { error, trusted } = await runUnder("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(trusted).to.be.undefined;
    expect(error).to.include('doc-elements').and.include('trusted-types');
  });

  it('works for a second copy that is allowed', async () =>
    expect(await runUnder(`${POLICY} 'allow-duplicates'`, { second: true })).to.deep.equal({
      ...rendered,
      trusted: '<p style="x">a</p>',
      violations: [],
    }));

  it('works for a second copy without a policy', async () =>
    expect(await runUnder("default-src * 'unsafe-inline'", { second: true })).to.include({
      ...rendered,
      trusted: '<p style="x">a</p>',
    }));

  it('tells a second copy that is not allowed what to allow', async () => {
    const { error, trusted } = await runUnder(POLICY, { second: true });
    expect(trusted).to.be.undefined;
    expect(error).to.include("'allow-duplicates'");
  });

  it('lets schema.org data pass', async () => {
    expect(await runUnder(POLICY, { jsonLd: true, trusted: false })).to.deep.equal({
      ...rendered,
      jsonLd: '{"a": 1}',
      violations: [],
    });
  });
});
