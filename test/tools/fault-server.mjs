/**
 * A server of everything that goes wrong, for tests of loading: local, deterministic, mounted at `/__fault/`.
 *
 * | path below `/__fault` | answer |
 * |---|---|
 * | `/status/404` | that status, with a page of HTML |
 * | `/slow?ms=300` | a Markdown page, after that time (`body`, `type` as for `/echo`) |
 * | `/held?until=NAME` | as `/echo`, not before `/well/NAME` was asked for |
 * | `/hang` | never |
 * | `/drip?ms=50` | a Markdown page, a byte at a time, with that time between them |
 * | `/drop` | none: the connection breaks instead of an answer |
 * | `/reset` | half of a Markdown page, then the connection breaks |
 * | `/cut` | half of a Markdown page, then the connection ends in good order; `length=none` leaves Content-Length out |
 * | `/type/html-as-md` | 200 and a login page, `text/html`, where Markdown was asked for |
 * | `/pdf` | 200 and the beginning of a PDF file |
 * | `/png` | 200 and the beginning of a PNG file |
 * | `/invalid-utf8` | Markdown with bytes that are no UTF-8 |
 * | `/utf16` | Markdown in UTF-16 (little endian, with its byte order mark) |
 * | `/big?bytes=10485760` | Markdown of that size, `length=none` leaves Content-Length out |
 * | `/redirect?to=URL` | 302; without `to` to itself |
 * | `/echo?body=…&type=text/markdown&status=200` | that text, with that type (`type=none`: without any); `base64=…` instead of `body` for bytes |
 * | `/flaky?count=NAME` | 503 to the first request of that name, then as `/echo` |
 * | `/count/NAME` | JSON `{ name, count, aborted }`: how many requests carried `?count=NAME`, and how many of them the browser gave up; `reset` in the query sets them to 0 |
 * | `/closed` | JSON `{ origin }` of a server that is not running |
 * | `/closed/PORT` | starts it, unless it runs: from now on it answers as this one does |
 * | `/well/NAME` | what carries `?until=NAME` is answered by a Markdown page from now on |
 *
 * Every path but `/count`, `/closed` and `/well` takes `?count=NAME`; `?until=NAME`, until when it is a fault (then any
 * site may read it); and `?cors=ORIGIN`, which lets pages of that origin (or of any: `*`) read the answer. A path may end
 * in a file name (`/status/404/about.md`), which is ignored.
 */

import { createServer } from 'node:http';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/** @typedef {(response: Response, query: URLSearchParams, argument: string) => void} Fault */

export const FAULT_PATH = '/__fault/';

const MARKDOWN = 'text/markdown; charset=utf-8';

const PAGE = '# A page\n\nText of the page.\n\n## A section\n\nText of the section.\n';

const LOGIN = '<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>';

/** Nothing hangs longer than this, so that a server with open requests can close. */
const LONGEST = 60_000;

/**
 * @param {Response} response
 * @param {number} status
 * @param {string | undefined} type
 * @param {string | Uint8Array} body
 */
function send(response, status, type, body) {
  response.writeHead(status, {
    ...(type === undefined ? {} : { 'content-type': type }),
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}

/**
 * @param {Response} response
 * @param {URLSearchParams} query
 */
function echo(response, query) {
  const type = query.get('type') ?? MARKDOWN;
  const status = Number(query.get('status') ?? 200);
  const base64 = query.get('base64');
  const body = base64 === null ? (query.get('body') ?? PAGE) : Buffer.from(base64, 'base64');
  send(response, status, type === 'none' ? undefined : type, body);
}

/**
 * Does something after a time, unless the browser has gone by then.
 *
 * @param {Response} response
 * @param {number} milliseconds
 * @param {() => void} action
 */
function later(response, milliseconds, action) {
  const timer = setTimeout(action, Math.min(milliseconds, LONGEST));
  response.once('close', () => {
    clearTimeout(timer);
  });
}

/** @type {Record<string, Fault>} */
const FAULTS = {
  status(response, _query, code) {
    send(
      response,
      Number(code),
      'text/html; charset=utf-8',
      `<!doctype html><title>${code}</title><h1>${code}</h1>`,
    );
  },
  slow(response, query) {
    later(response, Number(query.get('ms') ?? 300), () => {
      echo(response, query);
    });
  },
  hang(response) {
    later(response, LONGEST, () => response.destroy());
  },
  drip(response, query) {
    response.writeHead(200, { 'content-type': MARKDOWN, 'content-length': PAGE.length });
    let index = 0;
    const timer = setInterval(
      () => {
        response.write(PAGE.charAt(index++));
        if (index === PAGE.length) response.end();
      },
      Number(query.get('ms') ?? 50),
    );
    response.once('close', () => {
      clearInterval(timer);
    });
  },
  drop(response) {
    response.destroy();
  },
  cut(response, query) {
    const length = query.get('length') === 'none' ? {} : { 'content-length': PAGE.length };
    response.writeHead(200, { 'content-type': MARKDOWN, ...length });
    response.write(PAGE.slice(0, PAGE.length / 2), () => response.socket?.end());
  },
  reset(response) {
    response.writeHead(200, { 'content-type': MARKDOWN, 'content-length': PAGE.length });
    response.write(PAGE.slice(0, PAGE.length / 2), () => {
      // The half must be under way before the connection breaks, or it breaks before the answer begins.
      setTimeout(() => response.destroy(), 50);
    });
  },
  type(response) {
    send(response, 200, 'text/html; charset=utf-8', LOGIN);
  },
  pdf(response) {
    send(response, 200, 'application/pdf', Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n', 'latin1'));
  },
  png(response) {
    send(response, 200, 'image/png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'));
  },
  'invalid-utf8'(response) {
    send(response, 200, MARKDOWN, Buffer.from('# Caf\xE9\n\nText with \xFF and \xFE in it.\n', 'latin1'));
  },
  utf16(response) {
    send(response, 200, 'text/markdown', Buffer.from(`\uFEFF${PAGE}`, 'utf16le'));
  },
  big(response, query) {
    const bytes = Number(query.get('bytes') ?? 10_485_760);
    const line = 'A line of text that is repeated until the page is big.\n\n';
    const body = line.repeat(Math.ceil(bytes / line.length)).slice(0, bytes);
    if (query.get('length') !== 'none') {
      send(response, 200, MARKDOWN, body);
      return;
    }
    response.writeHead(200, { 'content-type': MARKDOWN, 'cache-control': 'no-store' });
    response.end(body);
  },
  redirect(response, query) {
    response.writeHead(302, {
      location: query.get('to') ?? response.req.url ?? '',
      'cache-control': 'no-store',
    });
    response.end();
  },
  echo,
};

/**
 * Finds a port that nobody listens at.
 *
 * @returns {Promise<number>}
 */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/**
 * Answers at a port as `handle` does, for as long as anybody else keeps the process running.
 *
 * @param {number} port
 * @param {(request: Request, response: Response) => boolean} handle
 * @returns {Promise<void>}
 */
const listenAt = (port, handle) =>
  new Promise((resolve, reject) => {
    createServer((request, response) => {
      if (!handle(request, response)) response.writeHead(404).end();
    })
      .once('error', reject)
      .listen(port, '127.0.0.1', resolve)
      .unref();
  });

/**
 * Answers requests below `/__fault/`.
 *
 * @returns {(request: Request, response: Response) => boolean} `false` where the request is for somebody else
 */
export function createFaultHandler() {
  /** @type {Map<string, { count: number; aborted: number }>} */
  const counters = new Map();

  /** @param {string} name */
  function counter(name) {
    const found = counters.get(name) ?? { count: 0, aborted: 0 };
    counters.set(name, found);
    return found;
  }

  /** @type {Set<number>} */
  const open = new Set();
  /** @type {Set<string>} */
  const well = new Set();
  /** @type {Map<string, (() => void)[]>} */
  const held = new Map();

  /**
   * @param {Response} response
   * @param {string} port
   */
  async function closed(response, port) {
    const number = port === '' ? await freePort() : Number(port);
    if (port !== '' && !open.has(number)) await listenAt(number, handle);
    if (port !== '') open.add(number);
    send(response, 200, 'application/json', JSON.stringify({ origin: `http://127.0.0.1:${String(number)}` }));
  }

  /** @type {(request: Request, response: Response) => boolean} */
  const handle = (request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(FAULT_PATH)) return false;
    const [name = '', argument = ''] = pathname.slice(FAULT_PATH.length).split('/');

    if (name === 'closed') {
      closed(response, argument).catch((/** @type {unknown} */ error) => {
        send(response, 500, 'text/plain; charset=utf-8', String(error));
      });
      return true;
    }
    if (name === 'well') {
      well.add(argument);
      for (const answer of held.get(argument) ?? []) answer();
      held.delete(argument);
      send(response, 200, 'text/plain; charset=utf-8', argument);
      return true;
    }
    const until = query.get('until') ?? '';
    const isWell = well.has(until);
    const origin = query.get('cors') ?? (isWell ? '*' : null);
    if (origin !== null) response.setHeader('access-control-allow-origin', origin);

    if (name === 'count') {
      if (query.has('reset')) counters.delete(argument);
      send(response, 200, 'application/json', JSON.stringify({ name: argument, ...counter(argument) }));
      return true;
    }
    const counted = query.get('count');
    if (counted !== null) {
      counter(counted).count++;
      response.once('close', () => {
        if (!response.writableFinished) counter(counted).aborted++;
      });
    }
    if (name === 'flaky') {
      if (counter(counted ?? '').count > 1) echo(response, query);
      else send(response, 503, 'text/plain; charset=utf-8', 'Down for a moment.');
      return true;
    }
    if (name === 'held') {
      const answer = () => {
        if (!response.destroyed) echo(response, query);
      };
      if (isWell) answer();
      else held.set(until, [...(held.get(until) ?? []), answer]);
      return true;
    }
    const fault = Object.hasOwn(FAULTS, name) ? FAULTS[name] : undefined;
    if (isWell) send(response, 200, MARKDOWN, PAGE);
    else if (fault) fault(response, query, argument);
    else send(response, 400, 'text/plain; charset=utf-8', `The fault server knows no ${name}.`);
    return true;
  };
  return handle;
}

/**
 * The same as middleware of the test server.
 *
 * @returns {NonNullable<import('@web/test-runner').TestRunnerConfig['middleware']>[number]}
 */
export function faultMiddleware() {
  const handle = createFaultHandler();
  return (context, next) => {
    if (!context.path.startsWith(FAULT_PATH)) return next();
    // The test server reports every answer it believes a 404: these are meant, and come after it has looked.
    context.status = 200;
    context.respond = false;
    setImmediate(() => handle(context.req, context.res));
    return undefined;
  };
}
