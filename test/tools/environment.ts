import { executeServerCommand } from '@web/test-runner-commands';
import type { Answer, Environment } from './environment.mjs';

/**
 * Sets the viewport and the media features of the page a test runs in. What the engine cannot do is `false` in the
 * answer: a test that needs it skips itself. Every test file begins with the default.
 */
export const setEnvironment = (environment: Environment): Promise<Answer> =>
  executeServerCommand<Answer, Environment>('environment', environment);
