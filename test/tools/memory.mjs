/**
 * The command `memory`: collects garbage and tells what is left, in Chromium; `false` elsewhere. And the command `rounds`:
 * how often a test of memory does what it does, `SOAK` in the environment.
 */

/**
 * @typedef {object} Memory
 * @property {number} bytes Of the heap of scripts that are in use.
 * @property {number} nodes Of all documents, in the tree or held by somebody.
 * @property {number} listeners
 *
 * @typedef {import('@web/test-runner').BrowserLauncher & { getPage(id: string): import('puppeteer-core').Page }} PuppeteerLauncher
 */

/** Rounds in a test run that has other things to do. */
const ROUNDS = 150;

/**
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<Memory>}
 */
async function measure(page) {
  const client = await page.createCDPSession();
  try {
    // What is let go of in one collection may hold what goes with the next.
    for (let times = 0; times < 3; times++) await client.send('HeapProfiler.collectGarbage');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
    return { bytes: usedSize, nodes, listeners: jsEventListeners };
  } finally {
    await client.detach();
  }
}

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function memoryPlugin() {
  return {
    name: 'memory-command',
    async executeCommand({ command, session }) {
      if (command === 'rounds') return Number(process.env.SOAK ?? ROUNDS);
      if (command !== 'memory') return undefined;
      if (session.browser.name !== 'Chromium') return false;
      return measure(/** @type {PuppeteerLauncher} */ (session.browser).getPage(session.id));
    },
  };
}
