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
      if (session.browser.type === 'puppeteer') {
        const page = /** @type {PuppeteerLauncher} */ (session.browser).getPage(session.id);
        // Firefox gives the focus to a page that comes to the front, not to one that is there already.
        const other = await page.browser().newPage();
        await other.bringToFront();
        await page.bringToFront();
        await other.close();
      }
      return true;
    },
  };
}
