import { policy, type Policy } from './policy.js';

/**
 * The policy through which strings are parsed where no sanitizing parser of the browser does it.
 *
 * @throws {Error} where the page's Content-Security-Policy does not allow the policy.
 */
export function sinkPolicy(): Policy {
  try {
    return policy();
  } catch (cause) {
    throw new Error(
      "The page's Content-Security-Policy does not allow the policy “doc-elements”. Add it to trusted-types, with 'allow-duplicates' where two copies of the library are on the page.",
      { cause },
    );
  }
}
