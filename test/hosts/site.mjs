/** A server for one test: files by their paths, as a plain static host serves them. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

/** @type {Record<string, string | undefined>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * @typedef {object} SiteOptions
 * @property {Readonly<Record<string, string>>} [files] Texts by path, such as `/index.html`.
 * @property {Readonly<Record<string, string>>} [folders] Folders by the path they stand under, such as `/cdn/`.
 * @property {(path: string) => Record<string, string>} [headers] More headers for an answer.
 * @property {(path: string) => number} [delay] Milliseconds before an answer.
 * @property {(path: string) => boolean} [isDown] Whether the connection breaks instead of an answer.
 *
 * @typedef {object} Site
 * @property {string} url With a slash at the end.
 * @property {string[]} requests The paths asked for, in order.
 * @property {() => Promise<void>} close
 */

/** @param {SiteOptions} options @param {string} path @returns {string | Buffer | undefined} */
function find({ files = {}, folders = {} }, path) {
  if (path in files) return files[path];
  const prefix = Object.keys(folders)
    .sort((a, b) => b.length - a.length)
    .find((start) => path.startsWith(start));
  if (prefix === undefined || path.includes('..')) return undefined;
  try {
    return readFileSync(join(folders[prefix] ?? '', path.slice(prefix.length)));
  } catch {
    return undefined;
  }
}

/** @param {SiteOptions} options @returns {Promise<Site>} */
export function openSite(options) {
  /** @type {string[]} */
  const requests = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    requests.push(path);
    if (options.isDown?.(path)) {
      response.destroy();
      return;
    }
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const body = find(options, file) ?? find(options, `${file}.html`) ?? find(options, `${file}/index.html`);
    void sleep(options.delay?.(path) ?? 0).then(() => {
      const extension = extname(file) || '.html';
      response.writeHead(body === undefined ? 404 : 200, {
        'content-type': TYPES[extension] ?? 'application/octet-stream',
        'content-encoding': 'gzip',
        'cache-control': 'max-age=31536000',
        ...options.headers?.(path),
      });
      response.end(gzipSync(body ?? 'Not found'));
    });
  });
  return listen(server).then((running) => ({ ...running, requests }));
}

/** A server that runs. @typedef {{ url: string; close: () => Promise<void> }} Running */

/** Starts a server at a port that is free; `url` has a slash at the end. @param {import('node:http').Server} server @returns {Promise<Running>} */
export const listen = (server) =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('No port');
      resolve({
        url: `http://127.0.0.1:${String(address.port)}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => {
              closed();
            });
            server.closeAllConnections();
          }),
      });
    });
  });
