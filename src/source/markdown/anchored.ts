/**
 * A rule that can match only where a text begins. A `^` alone says so too, but JavaScriptCore (Safari, WebKitGTK) does
 * not see it in longer expressions: it tries them at every position of the text before it gives up, which makes a
 * tokenizer that tries many rules at each block quadratic.
 */
class Anchored extends RegExp {
  override exec(text: string): RegExpExecArray | null {
    this.lastIndex = 0;
    return super.exec(text);
  }
}

const known = new WeakMap<object, object>();

/** The same rules, anchored; made once for each set of rules. */
export function anchorRules<T extends Readonly<Record<string, RegExp>>>(rules: T): T {
  let anchored = known.get(rules) as T | undefined;
  if (!anchored) {
    const entries = Object.entries(rules).map(([name, rule]) => [name, anchor(rule)]);
    anchored = Object.fromEntries(entries) as T;
    known.set(rules, anchored);
  }
  return anchored;
}

const anchor = (rule: RegExp): RegExp =>
  rule.source.startsWith('^') ? new Anchored(rule.source, `${rule.flags.replace('y', '')}y`) : rule;
