/**
 * Tests in real browsers. `BROWSERS=chromium,firefox,webkit` chooses; by default every engine runs that can be found.
 * One file: `npm run test:browsers -- --files test/elements/doc-page.test.ts`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import * as puppeteer from 'puppeteer-core';
import {
  CHROMIUM_ARGS,
  findChromium,
  findEngines,
  findFirefox,
  findWebKit,
  NO_BROWSER,
  wantedEngines,
} from './browsers.mjs';
import { COVERAGE_FOLDER } from './coverage.mjs';
import { cssTextForTests } from './css-text.mjs';
import { environmentPlugin, resettingMedia } from './environment.mjs';
import { faultMiddleware } from './fault-server.mjs';
import { forgeMiddleware } from './forge-server.mjs';
import { frontPlugin } from './front.mjs';
import { growthPlugin } from './growth.mjs';
import { LAUNCH_TIMEOUT, launchBrowser } from './launch.mjs';
import { memoryPlugin } from './memory.mjs';
import { countingReporter } from './web-test-runner-reporter.mjs';
import { webkitLauncher } from './webdriver.mjs';

/** Puppeteer, but patient: a launch that failed fails every file of tests after it. */
const patient = { ...puppeteer, launch: launchBrowser };

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @type {Record<import('./browsers.mjs').Engine, () => Promise<import('@web/test-runner').BrowserLauncher>>} */
const LAUNCHERS = {
  async chromium() {
    const found = await findChromium();
    if (!found) throw new Error('Chromium is not there');
    return resettingMedia(
      chromeLauncher({ puppeteer: patient, launchOptions: { ...found, args: CHROMIUM_ARGS } }),
    );
  },
  firefox() {
    const executablePath = findFirefox();
    if (!executablePath) throw new Error('Firefox is not there');
    return Promise.resolve(
      chromeLauncher({ puppeteer: patient, launchOptions: { browser: 'firefox', executablePath } }),
    );
  },
  webkit() {
    const found = findWebKit();
    if (!found) throw new Error('WebKitGTK is not there');
    return Promise.resolve(webkitLauncher(found));
  },
};

/** @returns {Promise<import('./browsers.mjs').Engine[]>} */
async function enginesToRun() {
  const wanted = wantedEngines();
  const found = await findEngines();
  const missing = wanted.filter((engine) => !found.includes(engine));
  if (process.env.BROWSERS && missing.length > 0)
    throw new Error(`BROWSERS asks for ${missing.join(', ')}, which is not installed.`);
  const engines = wanted.filter((engine) => found.includes(engine));
  if (engines.length === 0) throw new Error(NO_BROWSER);
  if (missing.length > 0) console.log(`Not installed, so not run: ${missing.join(', ')}`);
  return engines;
}

/**
 * The demo links to `/support/` and the like, as a site does whose root it is: what the project's root
 * does not have is looked for in `demo`.
 *
 * @type {NonNullable<import('@web/test-runner').TestRunnerConfig['middleware']>[number]}
 */
const demoAsRoot = (context, next) => {
  const path = decodeURIComponent(context.path);
  const inDemo = join(root, 'demo', path);
  if (path !== '/' && !path.includes('..') && !existsSync(join(root, path)) && existsSync(inDemo))
    context.path = `/demo${context.path}`;
  return next();
};

const engines = await enginesToRun();
const launchers = await Promise.all(engines.map((engine) => LAUNCHERS[engine]()));
/** What is run by hand takes as long as it takes. */
const isLongRun =
  process.env.SOAK !== undefined || process.argv.some((argument) => argument.includes('growth-'));
const wholeSuite = !process.argv.includes('--files') && !process.argv.includes('--watch');

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: root,
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts', '!test/hosts/**'],
  nodeResolve: true,
  browsers: launchers,
  concurrentBrowsers: launchers.length,
  // One page at a time in each browser: focus, scrolling and the viewport belong to the page in front.
  concurrency: 1,
  plugins: [
    cssTextForTests(root),
    // `esnext`, because an older target would take the attributes off JSON imports.
    esbuildPlugin({ ts: true, target: 'esnext', tsconfig: join(root, 'tsconfig.json') }),
    environmentPlugin(),
    frontPlugin(),
    memoryPlugin(),
    growthPlugin(),
    // As an import map would: in its other form Mermaid needs a bundler.
    {
      name: 'mermaid-for-browsers',
      resolveImport: ({ source }) =>
        source === 'mermaid' ? '/node_modules/mermaid/dist/mermaid.esm.min.mjs' : undefined,
    },
    a11ySnapshotPlugin(),
  ],
  middleware: [faultMiddleware(), forgeMiddleware(), demoAsRoot],
  testFramework: { config: { timeout: '20000' } },
  testsFinishTimeout: isLongRun ? 12 * 3_600_000 : 600_000,
  browserStartTimeout: LAUNCH_TIMEOUT,
  testsStartTimeout: 120_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestProgress: process.stdout.isTTY }), countingReporter()],
  coverage: wholeSuite && engines.includes('chromium'),
  coverageConfig: { include: ['src/**/*.ts'], report: true, reportDir: COVERAGE_FOLDER, reporters: ['json'] },
};
