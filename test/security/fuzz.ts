/* eslint-disable no-console -- what it finds is its output */
/**
 * Looks for pages that break a promise: `npm run fuzz -- [minutes] [seed]`, five minutes by default. What it finds it
 * prints as small as it can, with the seed that finds it again.
 */
import { fc } from '../property.js';
import { FUZZ_PROPERTIES } from './fuzz-properties.js';

const [minutes = 5, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
const share = (minutes * 60_000) / FUZZ_PROPERTIES.length;

for (const { name, property } of FUZZ_PROPERTIES) {
  const result = await fc.check(property, {
    seed,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: share,
    markInterruptAsFailure: false,
  });
  console.log(`${name}: ${result.numRuns} runs with seed ${seed}${result.failed ? '' : ', nothing found'}`);
  if (!result.failed) continue;
  console.log(fc.defaultReportMessage(result));
  process.exitCode = 1;
}
