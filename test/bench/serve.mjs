/** Serves what the bench measures: the built script, compressed as a good host does it, and pages made on the spot. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';

const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.md': 'text/markdown', '.html': 'text/html' };

/** @typedef {{ path: string; bytes: number; from: number; to: number }} Served from being asked for to being answered, in milliseconds of the wall clock */

const now = () => performance.timeOrigin + performance.now();

/**
 * @param {string} root The repository.
 * @param {Record<string, string>} pages From a path to its text.
 */
export async function serve(root, pages) {
  /** @type {Served[]} */
  const served = [];
  /** @type {Map<string, Buffer>} */
  const compressed = new Map();
  let latency = 0;
  const server = createServer((request, response) => {
    const from = now();
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      try {
        if (!compressed.has(pathname))
          compressed.set(
            pathname,
            brotliCompressSync(pages[pathname] ?? (await readFile(join(root, pathname)))),
          );
      } catch {
        response.writeHead(404).end();
        return;
      }
      const body = compressed.get(pathname) ?? Buffer.alloc(0);
      if (latency > 0) await sleep(latency);
      served.push({ path: pathname, bytes: body.length, from, to: now() });
      const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(pathname))] ?? 'text/html';
      response
        .writeHead(200, {
          'content-type': `${type}; charset=utf-8`,
          'content-encoding': 'br',
          // Pages that nobody else can look into have exact clocks.
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-embedder-policy': 'require-corp',
        })
        .end(body);
    })();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
    /** Every answer takes this long from now on, in milliseconds. @param {number} milliseconds */
    delay: (milliseconds) => {
      latency = milliseconds;
    },
    /** What has been served since the last time. */
    take: () => served.splice(0),
  };
}
