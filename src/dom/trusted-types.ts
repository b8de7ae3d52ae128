/** Text that a Trusted Types policy has vouched for; where the browser has none, the text itself. */
export type VouchedHtml = string & { readonly vouched: unique symbol };

interface Policy {
  createHTML(html: string): VouchedHtml;
  /** Vouches for JSON, which does nothing where it is run. @throws {SyntaxError} for any other text */
  createScript(json: string): string;
  createScriptURL(url: string): string;
}

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: {
      createHTML(html: string): string;
      createScript(json: string): string;
      createScriptURL(url: string): string;
    },
  ): Policy;
}

/** What a host names in `trusted-types` of its Content-Security-Policy. */
export const POLICY_NAME = 'doc-elements';

let policy: Policy | undefined;

/**
 * The policy through which strings are parsed where no sanitizing parser of the browser does it. It is made when it
 * is first needed, so that a page that never needs it need not allow it.
 *
 * @throws {Error} where the page's Content-Security-Policy does not allow the policy.
 */
export function sinkPolicy(): Policy {
  policy ??= createPolicy();
  return policy;
}

function createPolicy(): Policy {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  const rules = {
    createHTML: (html: string) => html,
    createScript: (json: string): string => {
      JSON.parse(json);
      return json;
    },
    createScriptURL: (url: string): string => {
      throw new TypeError(`doc-elements loads no scripts: ${url}`);
    },
  };
  if (!trustedTypes) return rules as Policy;
  try {
    return trustedTypes.createPolicy(POLICY_NAME, rules);
  } catch (cause) {
    throw new Error(
      `The page's Content-Security-Policy does not allow the policy "${POLICY_NAME}". Add it to trusted-types, with 'allow-duplicates' where two copies of the library are on the page.`,
      { cause },
    );
  }
}
