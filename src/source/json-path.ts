/** A token of JSON; text that is none is skipped. */
const TOKEN = /"(?:[^"\\]|\\[^])*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** A key or index of a path as people write it: `sections[2].heading`, `meta["a b"]`. */
const STEP = /\.?([^.[\]]+)|\[(\d+)\]|\[("(?:[^"\\]|\\[^])*")\]/y;

/** A place in a text, 1-based. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A value that a path goes through or to. */
interface Wanted {
  /** What the paths go on to, by key or index. */
  readonly steps: Map<string | number, Wanted>;
  place: TextPlace | undefined;
}

interface Container {
  readonly isArray: boolean;
  readonly wanted: Wanted | undefined;
  /** Of the current value in an array. */
  index: number;
  /** Of the current value in an object, and where it stands. */
  key: string | undefined;
  keyAt: number;
}

/**
 * Where the values at paths such as `sections[2].heading` stand in a text of JSON: their keys where they have one. Where a
 * path goes further than the text, the last value on it. A path that is not in the map has no place.
 */
export function findJsonPaths(text: string, paths: readonly string[]): ReadonlyMap<string, TextPlace> {
  const root: Wanted = { steps: new Map(), place: undefined };
  const ways = new Map(paths.map((path) => [path, wayTo(readSteps(path), root)]));
  if (paths.length > 0) findValues(text, root);
  const found = new Map<string, TextPlace>();
  for (const [path, way] of ways) {
    const place = way.filter((wanted) => wanted.place).at(-1)?.place;
    if (place) found.set(path, place);
  }
  return found;
}

/** The values on a path, each from the one before it. */
function wayTo(steps: readonly (string | number)[], root: Wanted): Wanted[] {
  const way = [root];
  let wanted = root;
  for (const step of steps) {
    const next = wanted.steps.get(step) ?? { steps: new Map(), place: undefined };
    wanted.steps.set(step, next);
    way.push((wanted = next));
  }
  return way;
}

/** Gives what is wanted its place: of two values with one key that of the first. */
function findValues(text: string, root: Wanted): void {
  const open: Container[] = [];
  const lines = new LineCounter(text);
  for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
    const inner = open.at(-1);
    if (token === '}' || token === ']') open.pop();
    else if (token === ',') {
      if (inner) Object.assign(inner, { index: inner.index + 1, key: undefined });
    } else if (token === ':') continue;
    else if (inner && !inner.isArray && inner.key === undefined)
      Object.assign(inner, { key: nameOf(token), keyAt: at });
    else {
      const wanted = inner ? inner.wanted?.steps.get(inner.isArray ? inner.index : (inner.key ?? '')) : root;
      if (wanted) wanted.place ??= lines.placeAt(inner && !inner.isArray ? inner.keyAt : at);
      if (token === '{' || token === '[')
        open.push({ isArray: token === '[', wanted, index: 0, key: undefined, keyAt: at });
    }
  }
}

/** Tells places in a text, each behind the one before. */
class LineCounter {
  readonly #text: string;
  #line = 1;
  #start = 0;
  #end: number;

  constructor(text: string) {
    this.#text = text;
    this.#end = this.#lineEnd();
  }

  placeAt(at: number): TextPlace {
    while (this.#end < at) {
      this.#line++;
      this.#start = this.#end + 1;
      this.#end = this.#lineEnd();
    }
    return { line: this.#line, column: at - this.#start + 1 };
  }

  #lineEnd(): number {
    const end = this.#text.indexOf('\n', this.#start);
    return end === -1 ? Infinity : end;
  }
}

function readSteps(path: string): (string | number)[] {
  const steps: (string | number)[] = [];
  STEP.lastIndex = 0;
  for (let match = STEP.exec(path); match; match = STEP.exec(path)) {
    const [, name, index, quoted] = match;
    steps.push(index === undefined ? (name ?? nameOf(quoted ?? '')) : Number(index));
  }
  return steps;
}

function nameOf(written: string): string {
  try {
    return JSON.parse(written) as string;
  } catch {
    return written;
  }
}
