import { fc } from '../property.js';
import { FUZZ_PROPERTIES } from './fuzz-properties.js';

/** Runs of the cheapest property; `npm run fuzz` has as many as there is time for. */
const RUNS = 400;

describe('of random pages', function () {
  this.timeout(120_000);
  for (const { name, property, cost } of FUZZ_PROPERTIES)
    it(name, () => fc.assert(property, { numRuns: Math.ceil(RUNS / cost) }));
});
