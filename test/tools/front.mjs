/**
 * The command `bring-to-front`: makes the page a test runs in the one in front, which keys go to. A test before it may
 * have opened another, or left the focus in the browser's own window.
 */

/** @typedef {import('@web/test-runner').BrowserLauncher & { getPage(id: string): import('puppeteer-core').Page }} PuppeteerLauncher */

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function frontPlugin() {
  return {
    name: 'bring-to-front-command',
    async executeCommand({ command, session }) {
      if (command !== 'bring-to-front') return undefined;
      // What WebDriver drives has one window with one page.
      if (session.browser.type === 'puppeteer')
        await /** @type {PuppeteerLauncher} */ (session.browser).getPage(session.id).bringToFront();
      return true;
    },
  };
}
