/** A question about a text to which the answer is yes where it is for one of its lines. */
export type Question = (text: string) => boolean;

/** Answers questions about one text. */
export type Ask = (question: Question) => boolean;

/** What two texts do not have in common. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/**
 * A text that may be a later state of another one. What was asked of that is asked of the lines alone that have changed,
 * as long as they tell.
 */
export class KnownText {
  readonly #answers = new Map<Question, boolean>();
  #before: KnownText | undefined;
  #change: Change | undefined;

  constructor(
    readonly text: string,
    before?: KnownText,
  ) {
    this.#before = before;
    // Of all that came before it is enough to know the last.
    if (before) before.#before = undefined;
  }

  readonly ask: Ask = (question) => {
    const answer = this.#fromBefore(question) ?? question(this.text);
    this.#answers.set(question, answer);
    return answer;
  };

  /** What has changed since `before`. */
  changeFrom(before: KnownText): Change {
    if (before !== this.#before) return findChange(before.text, this.text);
    return (this.#change ??= findChange(before.text, this.text));
  }

  #fromBefore(question: Question): boolean | undefined {
    const before = this.#before;
    if (!before) return undefined;
    const answer = before.#answers.get(question);
    if (answer === undefined) return undefined;
    const { start, oldEnd, newEnd } = this.changeFrom(before);
    if (question(linesAround(this.text, start, newEnd))) return true;
    const isElsewhere = answer && !question(linesAround(before.text, start, oldEnd));
    return isElsewhere || !answer ? answer : undefined;
  }
}

/** The lines that a stretch of a text touches. */
function linesAround(text: string, start: number, end: number): string {
  const from = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return text.slice(from, to === -1 ? undefined : to);
}

function findChange(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  const start = longest(most, (from, to) => before.slice(from, to) === after.slice(from, to));
  const tail = longest(
    most - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) ===
      after.slice(after.length - to, after.length - from),
  );
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

/** How far, from 0 to `most`, everything is the same: in steps that double, then halve. */
function longest(most: number, isSame: (from: number, to: number) => boolean): number {
  let done = 0;
  for (let step = 1 << 16; step >= 1; step >>= 1)
    while (done + step <= most && isSame(done, done + step)) done += step;
  return done;
}
