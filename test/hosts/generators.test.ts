import { cpSync, existsSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium, which } from '../tools/browsers.mjs';
import { launchBrowser } from '../tools/launch.mjs';
import { ensureBuilt, install, NOTHING_SKIPPED, packageHash, ROOT, run } from './install.mjs';
import { openSite } from './site.mjs';

/** How a host is built, from the folder of its site. */
interface Host {
  /** Where the built site is. */
  readonly output: string;
  /** Folders that an earlier build has left. */
  readonly stale?: readonly string[];
  /** The program where it is none of npm's, with the Debian package it comes in. */
  readonly program?: string;
  build(folder: string): Promise<unknown>;
}

/** Runs one of a site's own programs, as `npm run build` would. */
const own = (folder: string, program: string, ...args: string[]): Promise<string> =>
  run(process.execPath, [join(folder, 'node_modules', program), ...args], folder, {
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_UPDATE_NOTIFIER: '1',
    ELEVENTY_EXPERIMENTAL: '',
  });

/** What the recipes for generators without Node do: prerender the page, copy the built files. */
async function prerender(folder: string, includes: string, assets: string): Promise<void> {
  cpSync(join(ROOT, 'cdn'), join(folder, assets, 'doc-elements'), { recursive: true });
  await run(
    process.execPath,
    [
      join(ROOT, 'dist/server/cli/doc-elements.js'),
      'render',
      'about.md',
      '--keep-links',
      '--root=.',
      `--out=${join('hosts', relative(join(ROOT, 'demo/hosts'), folder), includes)}`,
    ],
    join(ROOT, 'demo'),
  );
}

const HOSTS: Readonly<Record<string, Host>> = {
  eleventy: { output: '_site', build: (folder) => own(folder, '@11ty/eleventy/cmd.cjs', '--quiet') },
  vite: { output: 'dist', build: (folder) => own(folder, 'vite/bin/vite.js', 'build', '--logLevel=warn') },
  vitepress: {
    output: '.vitepress/dist',
    stale: ['.vitepress/cache'],
    build: (folder) => own(folder, 'vitepress/bin/vitepress.js', 'build'),
  },
  astro: { output: 'dist', build: (folder) => own(folder, 'astro/astro.js', 'build') },
  docusaurus: {
    output: 'build',
    stale: ['.docusaurus'],
    build: (folder) => own(folder, '@docusaurus/core/bin/docusaurus.mjs', 'build'),
  },
  next: { output: 'out', stale: ['.next'], build: (folder) => own(folder, 'next/dist/bin/next', 'build') },
  jekyll: {
    output: '_site',
    program: 'jekyll',
    async build(folder) {
      await prerender(folder, '_includes/prerendered', '.');
      await run('jekyll', ['build', '--quiet'], folder);
    },
  },
  hugo: {
    output: 'public',
    program: 'hugo',
    async build(folder) {
      await prerender(folder, 'prerendered', 'static');
      await run('hugo', ['--quiet'], folder);
    },
  },
};

/** What a visitor has of the page. */
const READ = `(() => {
  const page = document.querySelector('doc-page');
  return {
    title: page.querySelector('h1')?.textContent,
    headings: [...page.querySelectorAll('h2')].map(({ id }) => id),
    links: page.querySelectorAll('a[href]:not([data-doc-chrome], [data-doc-chrome] *)').length,
    defined: page.matches(':defined'),
  };
})()`;

const SEED = {
  title: 'About .NET Core',
  headings: ['about-net', 'about-net-core', 'further-reading-on-net-core'],
  links: 10,
};

describe('the seed page in host sites', function () {
  this.timeout(400_000);
  let browser: Browser;
  let hash: string;
  const installed = new Map<string, Promise<void>>();

  before(async () => {
    await ensureBuilt();
    hash = packageHash();
    browser = await launchBrowser({ ...(await findChromium()), args: CHROMIUM_ARGS });
  });

  after(async () => {
    await Promise.allSettled(installed.values());
    await browser.close();
  });

  /** Installs a site's packages, once, and the next site's while this one is built. */
  async function prepare(name: string | undefined): Promise<void> {
    const folder = join(ROOT, 'demo/hosts', name ?? '');
    if (name === undefined || !existsSync(join(folder, 'package.json'))) return;
    const done = installed.get(name) ?? install(folder, hash);
    installed.set(name, done);
    await done;
  }

  /** Opens the page and gives what is in it, and all that the browser complains of. */
  async function visit(url: string, script: boolean): Promise<{ seen: object; complaints: string[] }> {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    // What was not asked for because scripts are off is no failure.
    if (script) page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.url()}: ${String(response.status())}`);
    });
    await page.setJavaScriptEnabled(script);
    await page.goto(url, { waitUntil: 'networkidle0' });
    const seen = (await page.evaluate(READ)) as object;
    await page.close();
    return { seen, complaints };
  }

  for (const [index, [name, host]] of Object.entries(HOSTS).entries())
    it(`is complete in ${name}, with and without script`, async function () {
      const folder = join(ROOT, 'demo/hosts', name);
      if (host.program && !which(host.program)) {
        const message = `${host.program} is not installed: apt-get install ${host.program}`;
        if (NOTHING_SKIPPED) throw new Error(message);
        process.stderr.write(`${message}\n`);
        this.skip();
      }
      for (const stale of [host.output, ...(host.stale ?? [])])
        rmSync(join(folder, stale), { recursive: true, force: true });
      await prepare(name);
      prepare(Object.keys(HOSTS)[index + 1]).catch(() => undefined);
      await host.build(folder);
      const site = await openSite({ folders: { '/': join(folder, host.output) } });
      try {
        for (const script of [false, true]) {
          const { seen, complaints } = await visit(`${site.url}about/`, script);
          expect(complaints, script ? 'with script' : 'without script').to.deep.equal([]);
          expect(seen).to.deep.equal({ ...SEED, defined: script });
        }
      } finally {
        await site.close();
      }
    });
});
