/**
 * The command `growth`: which classes of hostile input are to be measured, `ONLY`, `SIZE` and `PART` in the environment.
 */

/**
 * @typedef {object} GrowthChoice
 * @property {string} name What the name of a class must include.
 * @property {number} size In characters; 0 for all sizes.
 * @property {number} part From 1: which of `parts` of the classes.
 * @property {number} parts
 */

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function growthPlugin() {
  return {
    name: 'growth-command',
    executeCommand({ command }) {
      if (command !== 'growth') return undefined;
      const [part = 1, parts = 1] = (process.env.PART ?? '1/1').split('/').map(Number);
      /** @type {GrowthChoice} */
      const choice = { name: process.env.ONLY ?? '', size: Number(process.env.SIZE ?? 0), part, parts };
      return choice;
    },
  };
}
