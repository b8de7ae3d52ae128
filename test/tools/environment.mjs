/**
 * The command `environment`: the viewport and the media features a test asks for, answered with what the engine
 * could do. Every test file begins with the default environment.
 */

/**
 * @typedef {object} Environment
 * @property {{ width: number; height: number }} [viewport] In CSS pixels. The default is 800 × 600.
 * @property {'screen' | 'print' | ''} [media] The empty string is what the engine has by itself.
 * @property {Record<string, string>} [features] Such as `{ 'prefers-color-scheme': 'dark' }`; `{}` takes all back.
 *
 * @typedef {object} Answer
 * @property {boolean} viewport Whether the viewport is as asked.
 * @property {boolean} media Whether the media type and the features are as asked: in Chromium only.
 *
 * @typedef {import('@web/test-runner').BrowserLauncher} BrowserLauncher
 * @typedef {BrowserLauncher & { getPage(id: string): import('puppeteer-core').Page }} PuppeteerLauncher
 * @typedef {BrowserLauncher & {
 *   setViewport(id: string, size: { width: number; height: number }): Promise<boolean>;
 * }} WebDriverLauncher
 */

/** Emulation ends with the DevTools session that asked for it, so each page keeps one. */
const clients = /** @type {WeakMap<import('puppeteer-core').Page, import('puppeteer-core').CDPSession>} */ (
  new WeakMap()
);

/**
 * @param {import('puppeteer-core').Page} page
 * @param {Environment} environment
 */
async function emulateMedia(page, { media = '', features = {} }) {
  const client = clients.get(page) ?? (await page.createCDPSession());
  clients.set(page, client);
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  await client.send('Emulation.setEmulatedMedia', { media, features: list });
}

/**
 * @param {unknown} payload
 * @returns {asserts payload is Environment}
 */
function assertEnvironment(payload) {
  if (typeof payload !== 'object' || payload === null) throw new Error('environment takes an object');
}

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function environmentPlugin() {
  return {
    name: 'environment-command',
    async executeCommand({ command, payload, session }) {
      if (command !== 'environment') return undefined;
      assertEnvironment(payload);
      const { viewport } = payload;
      const asksMedia = payload.media !== undefined || payload.features !== undefined;
      /** @type {Answer} */
      const answer = { viewport: true, media: !asksMedia };
      if (session.browser.type === 'webdriver') {
        const launcher = /** @type {WebDriverLauncher} */ (session.browser);
        if (viewport) answer.viewport = await launcher.setViewport(session.id, viewport);
        return answer;
      }
      const launcher = /** @type {PuppeteerLauncher} */ (session.browser);
      const page = launcher.getPage(session.id);
      if (viewport) await page.setViewport(viewport);
      if (asksMedia && launcher.name === 'Chromium') {
        await emulateMedia(page, payload);
        answer.media = true;
      }
      return answer;
    },
  };
}

/**
 * Takes back the media features of a page before the next test file gets it. (The viewport is set for each file anyway.)
 *
 * @template {BrowserLauncher} T
 * @param {T} launcher of Chromium
 * @returns {T}
 */
export function resettingMedia(launcher) {
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (id) => {
    const page = /** @type {PuppeteerLauncher} */ (/** @type {unknown} */ (launcher)).getPage(id);
    if (clients.has(page)) await emulateMedia(page, {});
    return stopSession(id);
  };
  return launcher;
}
