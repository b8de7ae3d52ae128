/**
 * Serves the demo at `/` and the built package at `/cdn/` and `/dist/`. Plain files, no network.
 * `?delay=2000` answers that many milliseconds later (10 s at most), for the demo of slow sources.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, posix } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const DEMO = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What is served from the repository and not from the demo. */
const REPOSITORY_PATHS = [
  '/cdn/',
  '/dist/',
  '/node_modules/bootstrap/dist/',
  '/node_modules/github-markdown-css/',
  '/node_modules/mermaid/dist/',
];

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.webp': 'image/webp',
};

const LONGEST_DELAY = 10_000;

/** The strictest policy the elements support, so that the demo shows nothing a strict host could not. */
const POLICY = [
  "default-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types doc-elements',
].join('; ');

/** Mermaid writes inline styles and HTML into the page as it measures. The import map is the one inline script. */
const DIAGRAMS_POLICY = [
  "default-src 'self'",
  "base-uri 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
].join('; ');

/** The file a path names. Dots are resolved before the folder is chosen, and cannot lead above the root. */
function resolveFile(path) {
  const plain = posix.normalize(path.replaceAll('\\', '/'));
  if (!plain.startsWith('/')) return undefined;
  return join(REPOSITORY_PATHS.some((prefix) => plain.startsWith(prefix)) ? ROOT : DEMO, plain);
}

function decodePath(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

function sendText(response, status, text, headers = {}) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end(text);
}

/** What a forge would say of a repository, for the page of live cards; `refusing-forge` says that it has had enough. */
function answerAsForge(path, response) {
  const [, owner, name] = /^\/api\/v3\/repos\/([\w-]+)\/([\w-]+)$/.exec(path) ?? [];
  if (owner === undefined) return false;
  const send = (status, value, headers) => {
    response.writeHead(status, { 'content-type': TYPES['.json'], 'cache-control': 'no-store', ...headers });
    response.end(JSON.stringify(value));
  };
  if (owner === 'refusing-forge') send(403, { message: 'API rate limit exceeded' });
  else
    send(200, {
      html_url: `http://${response.req.headers.host}/${owner}/${name}`,
      description: 'As the forge has it now.',
      language: 'Rust',
      stargazers_count: Number(/\d*$/.exec(name)[0]),
      license: { spdx_id: 'MIT' },
      archived: false,
    });
  return true;
}

async function answer(request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sendText(response, 405, 'This server answers GET and HEAD.\n', { allow: 'GET, HEAD' });
  const url = new URL(request.url ?? '/', 'http://localhost');
  await sleep(Math.min(Number(url.searchParams.get('delay')) || 0, LONGEST_DELAY));
  if (answerAsForge(url.pathname, response)) return undefined;
  const path = decodePath(url.pathname);
  const file = path === undefined || path.includes('\0') ? undefined : resolveFile(path);
  const found = file && (await stat(file).catch(() => undefined));
  if (!found) return sendText(response, 404, `Nothing here: ${url.pathname}\n`);
  if (found.isDirectory() && !path.endsWith('/'))
    return sendText(response, 301, '', { location: `${url.pathname}/${url.search}` });
  const target = found.isDirectory() ? join(file, 'index.html') : file;
  const size = found.isDirectory() ? (await stat(target).catch(() => undefined))?.size : found.size;
  if (size === undefined) return sendText(response, 404, `Nothing here: ${url.pathname}\n`);
  response.writeHead(200, {
    'content-type': TYPES[extname(target)] ?? 'application/octet-stream',
    'content-length': size,
    'cache-control': 'no-cache',
    'content-security-policy': target.endsWith('diagrams.html') ? DIAGRAMS_POLICY : POLICY,
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(target)
    .on('error', () => response.destroy())
    .pipe(response);
}

/**
 * Starts the demo's server.
 *
 * @param {{ port?: number, host?: string, strict?: boolean }} [options] `port` 0 takes any free one; a taken port
 *   gives way to the next free one unless `strict`.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} Its address, with a slash at the end.
 */
export function startServer({ port = 8000, host = 'localhost', strict = false } = {}) {
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (response.headersSent) response.destroy();
      else sendText(response, 500, `${error.message}\n`);
    });
  });
  return new Promise((resolve, reject) => {
    let next = port;
    server.on('error', (error) => {
      if (error.code !== 'EADDRINUSE' || strict || next >= port + 100) return reject(error);
      next += 1;
      server.listen(next, host);
    });
    server.on('listening', () => {
      resolve({
        url: `http://${host}:${server.address().port}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
    server.listen(next, host);
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const wanted = process.env.PORT;
  const port = wanted === undefined ? 8000 : Number(wanted);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`PORT must be a number from 0 to 65535, not “${wanted}”.`);
    process.exit(1);
  }
  const { url } = await startServer({ port, ...(process.env.HOST ? { host: process.env.HOST } : {}) });
  console.log(`The demo is at ${url}`);
}
