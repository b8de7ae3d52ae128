/** Text that a Trusted Types policy has vouched for; where the browser has none, the text itself. */
export type VouchedHtml = string & { readonly vouched: unique symbol };

export interface Policy {
  createHTML(html: string): VouchedHtml;
  /** Vouches for JSON, which does nothing where it is run. @throws {SyntaxError} for any other text */
  createScript(json: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: Rules): Policy;
}

type Rules = Readonly<Record<'createHTML' | 'createScript', (text: string) => string>>;

const rules: Rules = {
  createHTML: (html) => html,
  createScript: (json) => (JSON.parse(json), json),
};

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };

let made: Policy | undefined;

/**
 * The one policy of this copy of the library, `doc-elements`, made when it is first needed: a page that never needs it
 * need not allow it. In `cdn/` Lit's templates go through it as well, so that a host names one policy.
 *
 * @throws {TypeError} where the page's Content-Security-Policy does not allow it
 */
export const policy = (): Policy =>
  (made ??= trustedTypes?.createPolicy('doc-elements', rules) ?? (rules as unknown as Policy));
