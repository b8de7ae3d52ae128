/**
 * A forge for tests, local and deterministic: answers as GitHub's interface does below `/api/v3/`, as GitLab's below
 * `/api/v4/` and as Forgejo's below `/api/v1/`. The owner says what happens, and for which test: `moved-x1/cli` is a
 * repository that has moved, in session `x1`.
 *
 * | owner | answer |
 * |---|---|
 * | `ok-…` | 200, with an ETag; 304 where it is sent back |
 * | `moved-…` | 301 to the repository `now-…/sdk` |
 * | `limited-…` | 403 with `X-RateLimit-Remaining: 0` until the next second but one, then as `ok` |
 * | `busy-…` | 429 with `Retry-After: 1` once, then as `ok` |
 * | `missing-…` | 404 |
 * | `broken-…` | 500 |
 * | `malformed-…` | 200 and half a JSON text |
 * | `login-…` | 200 and a page of HTML |
 * | `foreign-…` | 200 and JSON that is no repository |
 * | `list-…`, `null-…`, `text-…` | 200 and JSON that is no object |
 * | `wrong-…` | 200 and a repository whose facts are of other types |
 * | `huge-…` | 200 and a repository of two megabytes |
 * | `empty-…` | 204 |
 * | `forbidden-…` | 403 without a word about limits |
 * | `throttled-…` | 429 without a word about when |
 * | `angry-…` | 429 for a million seconds |
 * | `reset-…` | half of a repository, then the connection breaks |
 * | `slow-…` | as `ok`, after 200 ms |
 *
 * A repository has as many stars as the digits at the end of its name say. `/__forge/log/x1` tells what a session asked:
 * `{ requests, most, conditional, tokens }`, `most` being how many were on their way at once.
 */

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {{ requests: string[]; most: number; running: number; conditional: number; tokens: number; limitedUntil: number }} Session */

const LOG = '/__forge/log/';
const ETAG = '"v1"';

/** How the three kinds of forges name the same facts. */
const SHAPES = {
  /** @param {string} url @param {number} stars @param {string} path */
  v3: (url, stars, path) => ({
    full_name: path,
    html_url: url,
    description: 'From the forge',
    language: 'C#',
    stargazers_count: stars,
    license: { key: 'mit', name: 'MIT License', spdx_id: 'MIT' },
    archived: false,
    default_branch: 'main',
  }),
  /** @param {string} url @param {number} stars @param {string} path */
  v4: (url, stars, path) => ({
    path_with_namespace: path,
    web_url: url,
    description: 'From the forge',
    star_count: stars,
    license: { key: 'mit', name: 'MIT License' },
    archived: false,
    default_branch: 'main',
  }),
  /** @param {string} url @param {number} stars @param {string} path */
  v1: (url, stars, path) => ({
    full_name: path,
    html_url: url,
    description: 'From the forge',
    language: 'C#',
    stars_count: stars,
    licenses: ['MIT'],
    archived: false,
    default_branch: 'main',
  }),
};

const ROUTE = /^\/api\/(?:(v3|v1)\/(?:repos|moved)\/([^/]+)\/([^/?]+)|(v4)\/projects\/([^/?]+))/;

/**
 * Answers requests to the forge.
 *
 * @returns {(request: Request, response: Response) => boolean} `false` where the request is for somebody else
 */
export function createForgeHandler() {
  /** @type {Map<string, Session>} */
  const sessions = new Map();

  /** @param {string} name @returns {Session} */
  const sessionOf = (name) => {
    const session = sessions.get(name) ?? {
      requests: [],
      most: 0,
      running: 0,
      conditional: 0,
      tokens: 0,
      limitedUntil: 0,
    };
    sessions.set(name, session);
    return session;
  };

  return (request, response) => {
    const { pathname, host } = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    /** @param {number} status @param {string} body @param {Record<string, string>} [headers] */
    const send = (status, body, headers = {}) => {
      response.writeHead(status, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        ...headers,
      });
      response.end(body);
    };
    if (pathname.startsWith(LOG)) {
      const { requests, most, conditional, tokens } = sessionOf(pathname.slice(LOG.length));
      send(200, JSON.stringify({ requests, most, conditional, tokens }));
      return true;
    }
    const match = ROUTE.exec(pathname);
    if (!match) return false;
    const version = /** @type {keyof typeof SHAPES} */ (match[1] ?? match[4]);
    const [owner = '', name = ''] = match[5] ? decodeURIComponent(match[5]).split('/') : [match[2], match[3]];
    const [scenario = '', sessionName = ''] = owner.split('-');
    const session = sessionOf(sessionName);
    session.requests.push(`${owner}/${name}`);
    session.most = Math.max(session.most, ++session.running);
    response.once('close', () => session.running--);
    if (request.headers['if-none-match']) session.conditional++;
    if (request.headers.authorization || request.headers['private-token']) session.tokens++;

    const answer = () => {
      if (request.headers['if-none-match'] === ETAG) {
        send(304, '', { etag: ETAG });
        return;
      }
      const path = `${owner}/${name}`;
      const stars = Number(/\d*$/.exec(name)?.[0] || 7);
      const facts = SHAPES[version](`http://${host}/${path}`, stars, path);
      send(200, JSON.stringify(facts), {
        etag: ETAG,
        'x-ratelimit-remaining': '50',
        'x-ratelimit-reset': '9999999999',
      });
    };
    const seconds = Math.ceil(Date.now() / 1000);
    /** @type {Record<string, () => void>} */
    const scenarios = {
      moved: () => send(301, '{}', { location: `/api/${version}/moved/now-${sessionName}/sdk` }),
      limited: () => {
        session.limitedUntil ||= seconds + 1;
        if (seconds > session.limitedUntil) answer();
        else
          send(403, '{"message":"API rate limit exceeded"}', {
            'x-ratelimit-remaining': '0',
            'x-ratelimit-reset': String(session.limitedUntil),
          });
      },
      busy: () => {
        if (session.requests.length > 1) answer();
        else send(429, '{"message":"Too many requests"}', { 'retry-after': '1' });
      },
      missing: () => send(404, '{"message":"Not Found"}'),
      broken: () => send(500, '{"message":"Server Error"}'),
      malformed: () => send(200, '{"full_name":"half'),
      login: () => send(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }),
      foreign: () => send(200, '{"html_url":"javascript:alert(1)","stargazers_count":5}'),
      list: () => send(200, '[{"stargazers_count":5}]'),
      null: () => send(200, 'null'),
      text: () => send(200, '"stars"'),
      wrong: () =>
        send(
          200,
          '{"html_url":7,"stargazers_count":"many","description":{"a":[]},"license":[1],"archived":"no","language":false}',
        ),
      huge: () => send(200, JSON.stringify({ stargazers_count: 9, description: 'a'.repeat(2_000_000) })),
      empty: () => {
        response.writeHead(204).end();
      },
      forbidden: () => send(403, '{"message":"Forbidden"}'),
      throttled: () => send(429, ''),
      angry: () => send(429, '{}', { 'retry-after': '1000000' }),
      reset: () => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        response.write('{"stargazers_count":9,', () => {
          setTimeout(() => response.destroy(), 20);
        });
      },
      slow: () => {
        setTimeout(answer, 200);
      },
    };
    (Object.hasOwn(scenarios, scenario) ? scenarios[scenario] : answer)?.();
    return true;
  };
}

/**
 * The same as middleware of the test server.
 *
 * @returns {NonNullable<import('@web/test-runner').TestRunnerConfig['middleware']>[number]}
 */
export function forgeMiddleware() {
  const handle = createForgeHandler();
  return (context, next) => {
    if (!context.path.startsWith('/api/v') && !context.path.startsWith(LOG)) return next();
    context.status = 200;
    context.respond = false;
    setImmediate(() => handle(context.req, context.res));
    return undefined;
  };
}
