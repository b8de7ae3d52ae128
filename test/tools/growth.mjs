/**
 * The command `growth`: which classes of hostile input are to be measured, `ONLY` and `SIZE` in the environment.
 */

/**
 * @typedef {object} GrowthChoice
 * @property {string} name What the name of a class must include.
 * @property {number} size In characters; 0 for all sizes.
 */

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function growthPlugin() {
  return {
    name: 'growth-command',
    executeCommand({ command }) {
      if (command !== 'growth') return undefined;
      /** @type {GrowthChoice} */
      const choice = { name: process.env.ONLY ?? '', size: Number(process.env.SIZE ?? 0) };
      return choice;
    },
  };
}
