/** A token of JSON; text that is none is skipped. */
const TOKEN = /"(?:[^"\\]|\\[^])*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** A key or index of a path as people write it: `sections[2].heading`, `meta["a b"]`. */
const STEP = /\.?([^.[\]]+)|\[(\d+)\]|\[("(?:[^"\\]|\\[^])*")\]/y;

/** A place in a text, 1-based. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

interface Container {
  readonly isArray: boolean;
  /** Of the current value in an array. */
  index: number;
  /** Of the current value in an object, and where it stands. */
  key: string | undefined;
  keyAt: number;
}

/**
 * Where the value at a path such as `sections[2].heading` stands in a text of JSON: its key where it has one. Where the
 * path goes further than the text, the last value on it.
 */
export function findJsonPath(text: string, path: string): TextPlace | undefined {
  const steps = readSteps(path);
  const open: Container[] = [];
  let found: number | undefined;
  /** How many steps of the path were taken: the container that is on the path is the one behind so many. */
  let taken = 0;
  for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
    const inner = open.at(-1);
    if (token === '}' || token === ']') {
      open.pop();
      if (open.length === taken) break;
    } else if (token === ',') {
      if (inner) Object.assign(inner, { index: inner.index + 1, key: undefined });
    } else if (token === ':') continue;
    else if (inner && !inner.isArray && inner.key === undefined)
      Object.assign(inner, { key: nameOf(token), keyAt: at });
    else {
      if (!inner) found = at;
      else if (taken === open.length - 1 && steps[taken] === (inner.isArray ? inner.index : inner.key)) {
        found = inner.isArray ? at : inner.keyAt;
        taken++;
      }
      if (taken === steps.length) break;
      if (token === '{' || token === '[')
        open.push({ isArray: token === '[', index: 0, key: undefined, keyAt: at });
    }
  }
  return found === undefined ? undefined : placeAt(text, found);
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

function placeAt(text: string, at: number): TextPlace {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}
