import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { createFaultHandler } from './fault-server.mjs';

describe('the fault server', () => {
  let server: Server;
  let base: string;

  before(async () => {
    const handle = createFaultHandler();
    server = createServer((request, response) => {
      if (!handle(request, response)) response.writeHead(418).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/__fault`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const get = (path: string, init?: RequestInit) => fetch(base + path, init);
  const count = async (name: string) =>
    (await (await get(`/count/${name}`)).json()) as { count: number; aborted: number };

  const answers: readonly (readonly [path: string, status: number, type: string | null, body: RegExp])[] = [
    ['/status/404', 404, 'text/html; charset=utf-8', /404/],
    ['/status/500/about.md', 500, 'text/html; charset=utf-8', /500/],
    ['/slow?ms=10', 200, 'text/markdown; charset=utf-8', /^# A page/],
    ['/type/html-as-md', 200, 'text/html; charset=utf-8', /^<!doctype html>/],
    ['/pdf', 200, 'application/pdf', /^%PDF-/],
    ['/png', 200, 'image/png', /^\uFFFDPNG/],
    ['/drip?ms=0', 200, 'text/markdown; charset=utf-8', /^# A page[^]*Text of the section\.\n$/],
    ['/echo?base64=4oiA', 200, 'text/markdown; charset=utf-8', /^∀$/],
    ['/invalid-utf8', 200, 'text/markdown; charset=utf-8', /^# Caf\uFFFD/],
    ['/big?bytes=1000', 200, 'text/markdown; charset=utf-8', /^[^]{1000}$/],
    ['/big?bytes=1000&length=none', 200, 'text/markdown; charset=utf-8', /^[^]{1000}$/],
    ['/echo?body=x&type=text/plain', 200, 'text/plain', /^x$/],
    ['/echo?body=x&type=none&status=203', 203, null, /^x$/],
    ['/redirect?to=/__fault/echo?body=there', 200, 'text/markdown; charset=utf-8', /^there$/],
    ['/nonsense', 400, 'text/plain; charset=utf-8', /knows no nonsense/],
    ['/constructor', 400, 'text/plain; charset=utf-8', /knows no constructor/],
  ];
  for (const [path, status, type, body] of answers)
    it(path, async () => {
      const response = await get(path);
      expect(response.status).to.equal(status);
      expect(response.headers.get('content-type')).to.equal(type);
      expect(await response.text()).to.match(body);
    });

  it('/utf16', async () => {
    const bytes = new Uint8Array(await (await get('/utf16')).arrayBuffer());
    expect([...bytes.slice(0, 4)]).to.deep.equal([0xff, 0xfe, 0x23, 0x00]);
  });

  it('/reset begins the answer and breaks it off', async () => {
    const response = await get('/reset');
    expect(response.status).to.equal(200);
    const failure = await response.text().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(Error);
  });

  for (const path of ['/cut', '/cut?length=none', '/drop'])
    it(`${path} does not come to an end`, async () => {
      const failure = await get(path)
        .then((response) => response.text())
        .catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(Error);
    });

  it('/closed is nobody at first, and this server later', async () => {
    const { origin } = (await (await get('/closed')).json()) as { origin: string };
    const failure = await fetch(origin).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(Error);
    await get(`/closed/${new URL(origin).port}`);
    expect(await (await fetch(`${origin}/__fault/echo?body=x`)).text()).to.equal('x');
  });

  it('?until is a fault until it is well', async () => {
    expect((await get('/status/500?until=mended')).status).to.equal(500);
    expect((await get('/status/500?until=mended')).status).to.equal(500);
    await get('/well/mended');
    expect(await (await get('/status/500?until=mended')).text()).to.match(/^# A page/);
  });

  it('/held answers when it is let go, and at once from then on', async () => {
    const path = '/held?until=let-go&count=let-go&body=x&status=500';
    const answer = get(path);
    let answered = false;
    void answer.then(() => (answered = true));
    while (((await (await get('/count/let-go')).json()) as { count: number }).count === 0);
    expect(answered).to.equal(false);
    await get('/well/let-go');
    expect((await answer).status).to.equal(500);
    expect(await (await get(path)).text()).to.equal('x');
  });

  it('?cors lets other sites read', async () => {
    const { headers } = await get('/status/404?cors=*');
    expect(headers.get('access-control-allow-origin')).to.equal('*');
  });

  it('/hang gives no answer, and counts the request the browser gives up', async () => {
    const failure = await get('/hang?count=hung', { signal: AbortSignal.timeout(100) }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).to.have.property('name', 'TimeoutError');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await count('hung')).to.deep.include({ count: 1, aborted: 1 });
  });

  it('/count counts each name by itself, and begins anew', async () => {
    await get('/echo?count=a');
    await get('/echo?count=a');
    await get('/status/404?count=b');
    expect(await count('a')).to.deep.equal({ name: 'a', count: 2, aborted: 0 });
    expect(await count('b')).to.deep.include({ count: 1 });
    await get('/count/a?reset');
    expect(await count('a')).to.deep.include({ count: 0 });
  });

  it('leaves other paths alone', async () => {
    expect((await fetch(new URL('/about.md', base))).status).to.equal(418);
  });
});
