/**
 * A real web server for tests: Debian's nginx with the policies of a host, one below each path. Where there is no nginx, a
 * plain server sends the same header, and the test says so.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findNginx } from '../tools/browsers.mjs';
import { answered, freePort } from '../tools/webdriver.mjs';
import { listen, openSite } from './site.mjs';

/** @typedef {import('./site.mjs').Site} Site */

/**
 * @typedef {object} PolicySite
 * @property {string} server `nginx/1.22.1`, or what stands in for it.
 * @property {(policy: string, path: string) => string} url
 * @property {(path: string, text: string) => void} add Serves one more file.
 * @property {string[]} reports What browsers sent to the address for violations.
 * @property {() => Promise<void>} close
 */

/** @typedef {import('./site.mjs').Running} Running */

/** Content types nginx needs to be told: without its own list it knows none. */
const TYPES = `
    text/css css; text/html html; text/javascript js; application/json json map; text/markdown md;
    image/png png; image/svg+xml svg; text/plain txt;`;

/**
 * @param {string} folder of everything that nginx writes, with the files it serves in `www`
 * @param {number} port
 * @param {ReadonlyMap<string, string>} policies
 */
const configuration = (folder, port, policies) => `
daemon off;
master_process off;
error_log stderr crit;
pid ${folder}/pid;
events { worker_connections 256; }
http {
  types {${TYPES}
  }
  charset utf-8;
  charset_types text/css text/javascript application/json text/markdown text/plain image/svg+xml;
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${String(port)};
    root ${folder}/www;
${[...policies]
  .map(
    ([name, policy]) => `    location /${name}/ {
      alias ${folder}/www/;
      ${policy ? `add_header Content-Security-Policy "${policy}" always;` : ''}
    }`,
  )
  .join('\n')}
  }
}
`;

/**
 * @param {string} nginx
 * @param {string} folder
 * @param {ReadonlyMap<string, string>} policies
 * @returns {Promise<Running>}
 */
async function startNginx(nginx, folder, policies) {
  const port = await freePort();
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, policies));
  const options = ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'];
  const child = spawn(nginx, options, { stdio: ['ignore', 'ignore', 'inherit'] });
  process.once('exit', () => child.kill());
  const url = `http://127.0.0.1:${String(port)}/`;
  await answered(url, 10_000);
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        child.once('close', () => {
          resolve();
        });
        child.kill();
      }),
  };
}

/**
 * @param {string} www
 * @param {ReadonlyMap<string, string>} policies
 * @returns {Promise<Running>}
 */
const startInstead = (www, policies) =>
  openSite({
    folders: Object.fromEntries(
      ['/', ...[...policies.keys()].map((name) => `/${name}/`)].map((path) => [path, www]),
    ),
    headers: (path) => {
      const policy = policies.get(path.split('/')[1] ?? '');
      /** @type {Record<string, string>} */
      const headers = policy ? { 'content-security-policy': policy } : {};
      return headers;
    },
  });

/** Collects what browsers report. @param {string[]} reports @returns {Promise<Running>} */
function openCollector(reports) {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (/** @type {string} */ text) => (body += text));
    request.once('end', () => {
      reports.push(body);
      response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
    });
  });
  return listen(server);
}

/**
 * Serves the same files below a path for each policy: `/strict/index.html` with the policy `strict`. An empty policy is none,
 * and so is there at the root, where the interface of a forge may be.
 *
 * @param {object} site
 * @param {Readonly<Record<string, string>>} site.files Texts by path, such as `index.html`.
 * @param {Readonly<Record<string, string>>} site.folders Folders by the name they have among the files.
 * @param {Readonly<Record<string, string>>} site.policies
 * @returns {Promise<PolicySite>}
 */
export async function openPolicySite({ files, folders, policies }) {
  const folder = mkdtempSync(join(tmpdir(), 'doc-elements-nginx-'));
  const www = join(folder, 'www');
  /** @param {string} path @param {string} text */
  const add = (path, text) => {
    mkdirSync(dirname(join(www, path)), { recursive: true });
    writeFileSync(join(www, path), text);
  };
  for (const [path, text] of Object.entries(files)) add(path, text);
  for (const [name, target] of Object.entries(folders)) symlinkSync(target, join(www, name));
  /** @type {string[]} */
  const reports = [];
  const collector = await openCollector(reports);
  const reported = new Map(
    Object.entries(policies).map(([name, policy]) => [
      name,
      policy && `${policy}; report-uri ${collector.url}${name}`,
    ]),
  );
  const nginx = findNginx();
  if (!nginx) process.stderr.write('nginx is not installed: a plain server sends its header instead.\n');
  const running = await (nginx ? startNginx(nginx, folder, reported) : startInstead(www, reported));
  const { headers } = await fetch(running.url);
  return {
    server: headers.get('server') ?? 'a plain server',
    url: (policy, path) => `${running.url}${policy}/${path}`,
    add,
    reports,
    async close() {
      await Promise.all([running.close(), collector.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
