/** Where a text stops being JSON, and why. */
export interface JsonError {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** One sentence for the author: what is wrong and what to do. */
  readonly message: string;
}

/**
 * Finds the first place where `text` is no JSON; `undefined` where it is JSON throughout. Engines' own messages
 * differ from each other, and some name no place.
 */
export function findJsonError(text: string): JsonError | undefined {
  const fault = scan(text);
  if (!fault) return undefined;
  const before = text.slice(0, fault.index);
  const line = before.split('\n').length;
  return { line, column: fault.index - before.lastIndexOf('\n'), message: fault.message };
}

interface Fault {
  readonly index: number;
  readonly message: string;
}

/** What may come next. */
type State = 'value' | 'first-item' | 'first-key' | 'key' | 'colon' | 'end';

const SPACE = /[ \t\n\r]*/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** A string up to where it ends or stops being one. */
const OPEN_STRING = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uffff]*)*/y;

function scan(text: string): Fault | undefined {
  const open: ('[' | '{')[] = [];
  let state: State = 'value';
  let index = 0;

  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = index;
    const length = pattern.exec(text)?.[0].length ?? 0;
    index += length;
    return length > 0;
  };
  const matchString = (): boolean => {
    const end = endOfString(text, index);
    const closed = end > index && text[end] === '"';
    if (closed) index = end + 1;
    return closed;
  };
  const fail = (message: string): Fault => ({ index, message: explain(text, index) ?? message });

  for (;;) {
    match(SPACE);
    const character = text[index] ?? '';
    switch (state) {
      case 'first-item':
      case 'value':
        if (state === 'first-item' && character === ']') {
          state = 'end';
        } else if (character === '[' || character === '{') {
          open.push(character);
          index++;
          state = character === '[' ? 'first-item' : 'first-key';
        } else {
          if (!matchString() && !match(LITERAL)) return fail('A value is expected here.');
          state = 'end';
        }
        break;
      case 'first-key':
      case 'key':
        if (state === 'first-key' && character === '}') {
          state = 'end';
        } else {
          if (!matchString()) return fail('A key in double quotes is expected here.');
          state = 'colon';
        }
        break;
      case 'colon':
        if (character !== ':') return fail('A colon is expected behind the key.');
        index++;
        state = 'value';
        break;
      case 'end': {
        const container = open.at(-1);
        if (container === undefined) {
          return index === text.length ? undefined : fail('The JSON ends before this: remove what follows.');
        }
        if (character === ',') {
          index++;
          state = container === '[' ? 'value' : 'key';
        } else if (character === (container === '[' ? ']' : '}')) {
          open.pop();
          index++;
        } else {
          return fail(`A comma or “${container === '[' ? ']' : '}'}” is expected here.`);
        }
      }
    }
  }
}

/** What people write who know JavaScript, or what is left of a text that was cut off. */
function explain(text: string, index: number): string | undefined {
  const rest = text.slice(index, index + 20);
  if (rest === '') return 'The text ends too early: is a bracket or a quote missing, or was it cut off?';
  if (/^[\]}]/.test(rest) && /,\s*$/.test(text.slice(0, index)))
    return 'Remove the comma before this bracket.';
  if (rest.startsWith('/')) return 'JSON has no comments: remove this one.';
  if (/^['‘’“”`]/.test(rest)) return 'JSON wants straight double quotes (") here.';
  if (rest.startsWith('"')) return explainString(text, index);
  if (/^(?:undefined|NaN|Infinity|None|True|False)\b/.test(rest))
    return 'JSON does not know this word: write null, true, false or a number.';
  if (/^[\p{L}_$]/u.test(rest)) return 'Text and keys need double quotes in JSON.';
  if (rest.startsWith('<')) return 'This looks like HTML, not JSON.';
  return undefined;
}

/** Where the string that begins at `index` ends or stops being one; `index` where none begins. */
function endOfString(text: string, index: number): number {
  OPEN_STRING.lastIndex = index;
  return index + (OPEN_STRING.exec(text)?.[0].length ?? 0);
}

/** Why a string is none. Where it is one, something is missing before it. */
function explainString(text: string, index: number): string | undefined {
  const stop = text[endOfString(text, index)];
  if (stop === '"') return undefined;
  if (stop === '\\')
    return 'A backslash in this text is followed by what JSON does not know: write \\\\ for a backslash.';
  return 'This text is not closed: write \\n for a line break in it, and a double quote at its end.';
}
