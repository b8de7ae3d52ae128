import Mocha from 'mocha';
import { reportCounts } from './counts.mjs';

/** Mocha's dots and failures, and the counts for whoever started it. */
export default class CountingReporter extends Mocha.reporters.Dot {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      const names = this.failures.map((test) => `Node: ${test.titlePath().join(' › ')}`);
      reportCounts({ name: 'Node', passed: passes, failed: failures, skipped: pending, failures: names });
    });
  }
}
