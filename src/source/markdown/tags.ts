const BANG = 33;
const QUESTION = 63;

/** What ends the construct that `src` begins with, where that is a comment or the like. */
function endOf(src: string): string | undefined {
  const code = src.charCodeAt(1);
  if (code === QUESTION) return '?>';
  if (code !== BANG) return undefined;
  if (src.startsWith('--', 2)) return '-->';
  return src.startsWith('[', 2) ? ']]>' : '>';
}

/** Finds the tags, comments and the like of one text; an end that does not come is searched for once, not for each beginning. */
export class Tags {
  /** The ends that are missing, and in how many characters at the end of the text. */
  readonly #missing = new Map<string, number>();

  /** `rule` is anchored. */
  constructor(private readonly rule: RegExp) {}

  /** What stands at the start of `src`, the rest of the text; empty where that is no tag. */
  match(src: string): string {
    const end = endOf(src);
    if (end !== undefined) {
      if (src.length <= (this.#missing.get(end) ?? 0)) return '';
      if (!src.includes(end)) {
        this.#missing.set(end, src.length);
        return '';
      }
    }
    return this.rule.exec(src)?.[0] ?? '';
  }
}
