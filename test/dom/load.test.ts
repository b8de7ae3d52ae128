import { expect } from 'chai';
import { ask } from '../../src/dom/ask.js';
import { LoadError, loadText, type LoadOptions } from '../../src/dom/load.js';

/** The engines of a run share one server: each counts under a name of its own. */
const run = Math.random().toString(36).slice(2);

const fault = (path: string): string => new URL(`/__fault/${path}`, location.href).href;
const echo = (body: string, type = 'text/markdown', name = 'about.md'): string =>
  fault(`echo/${name}?${new URLSearchParams({ body, type }).toString()}`);
const data = (bytes: string, type = 'text/markdown'): string => `data:${type};base64,${btoa(bytes)}`;

async function failure(url: string, options?: LoadOptions): Promise<LoadError> {
  try {
    await loadText(url, options);
  } catch (error) {
    expect(error).to.be.instanceOf(LoadError);
    return error as LoadError;
  }
  throw new Error(`${url} was loaded`);
}

/** How many requests of this name the server has had, and how many of them were given up. */
const requests = async (name: string): Promise<{ count: number; aborted: number }> =>
  (await fetch(fault(`count/${run}-${name}`))).json() as Promise<{ count: number; aborted: number }>;

describe('loadText', () => {
  it('gives the text, where it came from and its kind', async () =>
    expect(await loadText(echo('# About'))).to.deep.equal({
      text: '# About',
      url: echo('# About'),
      kind: 'markdown',
      problems: [],
    }));

  it('resolves a relative URL against the document', async () =>
    expect((await loadText('/__fault/echo?body=x')).url).to.equal(fault('echo?body=x')));

  it('leaves the fragment out', async () =>
    expect((await loadText(`${echo('x')}#part`)).url).to.equal(echo('x')));

  it('gives the URL after a redirect', async () => {
    const to = '/__fault/echo/docs/about.md?body=x';
    const { url, text } = await loadText(fault(`redirect?${new URLSearchParams({ to }).toString()}`));
    expect({ url, text }).to.deep.equal({ url: new URL(to, location.href).href, text: 'x' });
  });

  it('takes the document for the base of a text without a place', async () =>
    expect((await loadText(data('# A'))).url).to.equal(document.baseURI));

  const kinds: [name: string, url: string, kind: 'markdown' | 'json'][] = [
    ['Markdown by its type', echo('x', 'text/markdown', 'a'), 'markdown'],
    ['Markdown by its type under another name', echo('x', 'text/markdown', 'a.json'), 'markdown'],
    ['Markdown by an old type', echo('x', 'text/x-markdown; charset=utf-8', 'a'), 'markdown'],
    ['Markdown without a type', echo('x', 'none', 'a.md'), 'markdown'],
    ['Markdown as plain text', echo('x', 'text/plain', 'README'), 'markdown'],
    ['Markdown as bytes', echo('x', 'application/octet-stream', 'a.md'), 'markdown'],
    ['Markdown by a type of something else', echo('x', 'application/x-genesis-rom', 'a.md'), 'markdown'],
    ['JSON by its type', echo('{}', 'application/json', 'a'), 'json'],
    ['JSON by a type of its own', echo('{}', 'application/ld+json; charset=utf-8', 'a'), 'json'],
    ['JSON as plain text', echo('{}', 'text/plain', 'a.json'), 'json'],
    ['JSON without a type', echo('{}', 'none', 'A.JSON'), 'json'],
    ['Markdown that begins with HTML', echo('<!-- x --><h1 align="center">A</h1>', 'text/plain'), 'markdown'],
    [
      'Markdown that begins with a comment and <header>',
      echo('<!-- x -->\n<header>A</header>', 'none'),
      'markdown',
    ],
    ['an HTML tag in typed Markdown', echo('<html>\n\n# A', 'text/markdown'), 'markdown'],
    ['nothing', echo('', 'text/markdown'), 'markdown'],
  ];
  for (const [name, url, kind] of kinds)
    it(`recognises ${name}`, async () => expect((await loadText(url)).kind).to.equal(kind));

  const refused: [name: string, url: string, found: RegExp][] = [
    ['HTML where Markdown was asked for', fault('type/html-as-md/about.md'), /HTML page/],
    ['XHTML', echo('x', 'application/xhtml+xml'), /HTML page/],
    ['an HTML document as Markdown', echo('\n<!DOCTYPE html>\n<p>x', 'text/markdown'), /HTML page/],
    ['an HTML document as plain text', echo('<!-- x -->\n<html lang="en">', 'text/plain'), /HTML page/],
    ['an HTML document without a type', echo('<head><title>x</title>', 'none'), /HTML page/],
    ['an HTML document as JSON', echo('<!doctype html>', 'application/json'), /HTML page/],
    ['a PDF file', fault('pdf'), /a PDF file/],
    ['a PDF file as bytes', echo('%PDF-1.7', 'application/octet-stream', 'a.md'), /a PDF file/],
    ['an image', echo('x', 'image/png'), /an image/],
    ['an image as plain text', data('\x89PNG\r\n\x1a\n\0', 'text/plain'), /an image/],
    ['a video', echo('x', 'video/mp4'), /a video/],
    ['a ZIP file', data('PK\x03\x04\x14\0', 'application/octet-stream'), /a ZIP file/],
    ['another binary file', data('\xd0\xcf\x11\xe0\0\0', 'application/msword'), /type application\/msword/],
    ['HTML in UTF-16', data(`\xff\xfe${'<!doctype html>'.replace(/./g, '$&\0')}`), /HTML page/],
  ];
  for (const [name, url, found] of refused)
    it(`refuses ${name}`, async () => {
      const error = await failure(url);
      expect(error.reason).to.equal('type');
      expect(error.message).to.match(found).and.include(error.url);
    });

  it('names the page a redirect led to', async () => {
    const to = fault('type/html-as-md/login');
    const { message } = await failure(fault(`redirect?${new URLSearchParams({ to }).toString()}`));
    expect(message).to.include('redirect').and.include(to);
  });

  const encodings: [name: string, url: string, text: string][] = [
    ['UTF-8', echo('Привет, мир ✓'), 'Привет, мир ✓'],
    ['UTF-8 with a byte order mark', data('\xef\xbb\xbf# A'), '# A'],
    [
      'a mark against the stated charset',
      data('\xef\xbb\xbf\xc3\xa9', 'text/markdown;charset=iso-8859-1'),
      'é',
    ],
    ['UTF-16 little endian', data('\xff\xfeA\0\xe9\0'), 'Aé'],
    ['UTF-16 big endian', data('\xfe\xff\0A\0\xe9'), 'Aé'],
    ['UTF-16 by its type', data('A\0\xe9\0', 'text/markdown;charset=utf-16le'), 'Aé'],
    ['Latin-1 by its type', data('Caf\xe9', 'text/markdown;charset=iso-8859-1'), 'Café'],
    ['Windows-1251 by its quoted type', data('\xcf\xf0', 'text/plain;charset="windows-1251"'), 'Пр'],
    ['an unknown charset as UTF-8', data('Caf\xc3\xa9', 'text/markdown;charset=martian'), 'Café'],
  ];
  for (const [name, url, text] of encodings)
    it(`reads ${name}`, async () => {
      const loaded = await loadText(url);
      expect(loaded.text).to.equal(text);
      expect(loaded.problems).to.deep.equal([]);
    });

  it('reads UTF-16 from a server', async () =>
    expect((await loadText(fault('utf16'))).text).to.match(/^# A page\n/));

  it('reports bytes that are no UTF-8, with their line, and keeps the text', async () => {
    const { text, problems } = await loadText(data('# A\n\nCaf\xe9\r\nok'));
    expect(text).to.equal('# A\n\nCaf\uFFFD\r\nok');
    expect(problems).to.have.length(1);
    expect(problems[0]).to.include({ code: 'text-invalid-utf8', severity: 'warning' });
    expect(problems[0]?.place).to.deep.equal({ line: 3 });
  });

  it('reads invalid UTF-8 from a server', async () => {
    const { text, problems } = await loadText(fault('invalid-utf8'));
    expect(text).to.match(/^# Caf\uFFFD\n/);
    expect(problems.map(({ code }) => code)).to.deep.equal(['text-invalid-utf8']);
  });

  const statuses: [status: number, advice: RegExp][] = [
    [400, /Check the address/],
    [401, /sign-in/],
    [403, /refuses/],
    [404, /no such file/],
    [410, /removed/],
    [429, /too many/],
    [500, /later/],
    [503, /later/],
  ];
  for (const [status, advice] of statuses)
    it(`says what ${String(status)} means`, async () => {
      const error = await failure(fault(`status/${String(status)}/about.md`));
      expect(error).to.include({ reason: 'http', status, url: fault(`status/${String(status)}/about.md`) });
      expect(error.message).to.match(advice).and.include(String(status)).and.include(error.url);
    });

  it('fails when the connection breaks half-way', async () => {
    const error = await failure(fault('reset'));
    expect(error.reason).to.equal('network');
    expect(error.message)
      .to.match(/connection broke|does not answer/)
      .and.include(error.url);
  });

  it('fails when the server cannot be reached', async () => {
    const error = await failure('http://localhost:1/about.md');
    expect(error.reason).to.equal('network');
    expect(error.message)
      .to.include('http://localhost:1/about.md')
      .and.include('Access-Control-Allow-Origin');
    expect(error.cause).to.be.instanceOf(Error);
  });

  it('names the file itself where the address is that of the page which shows it', async () => {
    const original = window.fetch.bind(window);
    window.fetch = () => Promise.reject(new TypeError('failed'));
    try {
      const { reason, message } = await failure('https://github.com/o/n/blob/main/docs/about.md?plain=1#top');
      expect(reason).to.equal('network');
      expect(message).to.include(' https://raw.githubusercontent.com/o/n/main/docs/about.md');
    } finally {
      window.fetch = original;
    }
  });

  it('explains why a file from disk is not read', async () => {
    const error = await failure('file:///tmp/about.md');
    expect(error.reason).to.equal('network');
    expect(error.message).to.include('web server');
  });

  it('says when the browser is offline', async () => {
    const original = window.fetch.bind(window);
    window.fetch = () => Promise.reject(new TypeError('failed'));
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      expect((await failure(echo('x'))).message).to.include('offline');
    } finally {
      window.fetch = original;
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  for (const url of ['javascript:alert(1)', 'mailto:a@b.c', 'http://[', 'https://'])
    it(`refuses the address ${url}`, async () => {
      const error = await failure(url);
      expect(error.reason).to.equal('url');
      expect(error.message).to.include(url);
    });

  it('gives up a server that never answers', async () => {
    const start = performance.now();
    const error = await failure(fault(`hang?count=${run}-never`), { timeout: 200 });
    expect(error.reason).to.equal('timeout');
    expect(error.message).to.include('0.2 seconds').and.include(error.url);
    expect(performance.now() - start).to.be.within(150, 2000);
    let given = await requests('never');
    for (let tries = 0; given.aborted === 0 && tries < 50; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      given = await requests('never');
    }
    expect(given.aborted).to.equal(1);
  });

  it('gives up a text that comes too slowly', async () => {
    const original = window.fetch.bind(window);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('# A')),
    });
    window.fetch = () =>
      Promise.resolve(new Response(body, { headers: { 'content-type': 'text/markdown' } }));
    try {
      expect((await failure(echo('slow'), { timeout: 100 })).reason).to.equal('timeout');
    } finally {
      window.fetch = original;
    }
  });

  it('waits for a slow server within the deadline', async () =>
    expect((await loadText(fault('slow?ms=150&body=x'), { timeout: 5000 })).text).to.equal('x'));

  for (const length of ['', '&length=none'])
    it(`refuses a text that is too large${length ? ', without its length stated' : ''}`, async () => {
      const error = await failure(fault(`big?bytes=300000${length}`), { maxBytes: 100_000 });
      expect(error.reason).to.equal('too-large');
      expect(error.message).to.include('100 kB').and.include(error.url);
    });

  it('loads a large text', async () =>
    expect((await loadText(fault('big?bytes=10485760'), { maxBytes: 20_000_000 })).text).to.have.length(
      10_485_760,
    ));

  it('loads a text of just the size', async () =>
    expect((await loadText(fault('big?bytes=1000&length=none'), { maxBytes: 1000 })).text).to.have.length(
      1000,
    ));

  it('is given up before it begins', async () => {
    const error = await failure(fault(`echo?count=${run}-unasked`), { signal: AbortSignal.abort() });
    expect(error.reason).to.equal('aborted');
    expect((await requests('unasked')).count).to.equal(0);
  });

  it('is given up on the way', async () => {
    const controller = new AbortController();
    const given = failure(fault('hang'), { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    expect((await given).reason).to.equal('aborted');
  });

  it('asks once for those who ask at the same time', async () => {
    const url = fault(`slow?ms=100&count=${run}-shared&body=x`);
    const texts = await Promise.all([loadText(url), loadText(new URL(url)), loadText(`${url}#part`)]);
    expect(texts.map(({ text }) => text)).to.deep.equal(['x', 'x', 'x']);
    expect((await requests('shared')).count).to.equal(1);
  });

  it('asks once more for those who take more', async () => {
    const url = fault(`slow?ms=100&count=${run}-limits&body=long`);
    const texts = await Promise.allSettled([1000, 2, 1000, 2].map((maxBytes) => loadText(url, { maxBytes })));
    expect(texts.map(({ status }) => status)).to.deep.equal([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ]);
    expect((await requests('limits')).count).to.equal(2);
  });

  it('reads what was asked before it was there, also for those who come when it is read', async () => {
    const url = fault(`echo?count=${run}-asked&body=x`);
    const [first, second] = [new AbortController(), new AbortController()];
    for (const { signal } of [first, second]) ask(url, signal);
    expect((await loadText(url, first)).text).to.equal('x');
    expect((await loadText(url, second)).text).to.equal('x');
    expect((await requests('asked')).count).to.equal(1);
    await loadText(url);
    expect((await requests('asked')).count).to.equal(2);
  });

  it('gives up what was asked for when nobody waits for it', async () => {
    const url = fault(`hang?count=${run}-unasked`);
    const [first, second] = [new AbortController(), new AbortController()];
    for (const { signal } of [first, second]) ask(url, signal);
    while ((await requests('unasked')).count === 0);
    first.abort();
    expect((await requests('unasked')).aborted).to.equal(0);
    second.abort();
    while ((await requests('unasked')).aborted === 0);
  });

  it('asks again later', async () => {
    const url = fault(`echo?count=${run}-again&body=x`);
    await loadText(url);
    await loadText(url);
    expect((await requests('again')).count).to.equal(2);
  });

  it('goes on for the others when one gives up', async () => {
    const url = fault(`slow?ms=200&count=${run}-others&body=x`);
    const controller = new AbortController();
    const given = failure(url, { signal: controller.signal });
    const hasty = failure(url, { timeout: 20 });
    const patient = loadText(url);
    controller.abort();
    expect((await given).reason).to.equal('aborted');
    expect((await hasty).reason).to.equal('timeout');
    expect((await patient).text).to.equal('x');
    expect(await requests('others')).to.include({ count: 1, aborted: 0 });
  });

  it('asks anew after all have given up', async () => {
    const url = fault(`slow?ms=100&count=${run}-anew&body=x`);
    const controller = new AbortController();
    const given = failure(url, { signal: controller.signal });
    controller.abort();
    const { text } = await loadText(url);
    expect((await given).reason).to.equal('aborted');
    expect(text).to.equal('x');
  });

  it('tells all who asked of a failure, and tries again later', async () => {
    const url = fault(`status/404/about.md?count=${run}-failed`);
    const reasons = await Promise.all([failure(url), failure(url)]);
    expect(reasons.map(({ status }) => status)).to.deep.equal([404, 404]);
    await failure(url);
    expect((await requests('failed')).count).to.equal(2);
  });

  it('takes no time for a text of many comments', async () => {
    const start = performance.now();
    await loadText(echo('<!---->'.repeat(140), 'text/plain'));
    expect(performance.now() - start).to.be.below(1000);
  });
});
