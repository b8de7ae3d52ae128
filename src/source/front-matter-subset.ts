import type { Json } from '../model/page.js';

/**
 * Reads the flat YAML that most front matter is, so that no YAML library is needed for it: `key: value` with plain,
 * quoted and empty values, whole and decimal numbers, booleans, `null`, `[a, b]`, lists of `- item`, comments.
 * Strict: `undefined` for all else, for whatever is no YAML, and for the odd cases inside the subset (a key twice, a tab,
 * a value over several lines). What it does read has the value the YAML 1.2 core schema gives it: `yes` and dates are text.
 */
export function readFlatYaml(yaml: string): Record<string, Json> | undefined {
  if (UNUSUAL.test(yaml)) return undefined;
  const result: Record<string, Json> = {};
  let open: OpenList | undefined;
  for (const line of yaml.split('\n')) {
    if (IGNORED.test(line)) continue;
    const item = ITEM.exec(line);
    if (item) {
      const value = readScalar(item[2] ?? '');
      if (!open || value === undefined || !addItem(open, item[1] ?? '', value)) return undefined;
      result[open.key] = open.items;
      continue;
    }
    const [, key, text = ''] = ENTRY.exec(line) ?? [];
    if (key === undefined || NOT_TEXT.test(key) || Object.hasOwn(result, key)) return undefined;
    const value = readValue(text);
    if (value === undefined) return undefined;
    result[key] = value;
    open = value === null && isEmpty(text) ? { key, items: [], indentation: undefined } : undefined;
  }
  return result;
}

/** A key without a value: items may follow. */
interface OpenList {
  readonly key: string;
  readonly items: Json[];
  indentation: string | undefined;
}

/** Tabs, other controls, line breaks that are none elsewhere, and what YAML does not allow at all. */
const UNUSUAL =
  /[^\n\x20-\x7e\u{a0}-\u{2027}\u{202a}-\u{d7ff}\u{e000}-\u{fefe}\u{ff00}-\u{fffd}\u{10000}-\u{10ffff}]/u;
const IGNORED = /^ *(?:#|$)/;
const ENTRY = /^([A-Za-z_][\w.-]*):(?: +([^ ].*)?)?$/;
const ITEM = /^( *)- +([^ ].*)?$/;
/** Keys that YAML reads as something else than text, and the one that is no ordinary property. */
const NOT_TEXT = /^(?:null|true|false|__proto__)$/i;

/** Where no value but perhaps a comment stands. */
const isEmpty = (text: string): boolean => IGNORED.test(text);

function addItem(list: OpenList, indentation: string, value: Json): boolean {
  list.indentation ??= indentation;
  if (list.indentation !== indentation) return false;
  list.items.push(value);
  return true;
}

function readValue(text: string): Json | undefined {
  if (isEmpty(text)) return null;
  return text.startsWith('[') ? readFlowList(text) : readScalar(text);
}

const SINGLE = /^'((?:[^']|'')*)'/;
const DOUBLE = /^"((?:[^"\\]|\\["\\/nt])*)"/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

/** A quoted text at the start of `text`, and what follows it. */
function readQuoted(text: string): { value: string; rest: string } | undefined {
  const single = SINGLE.exec(text);
  if (single) return { value: (single[1] ?? '').replaceAll("''", "'"), rest: text.slice(single[0].length) };
  const double = DOUBLE.exec(text);
  if (!double) return undefined;
  const value = (double[1] ?? '').replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter);
  return { value, rest: text.slice(double[0].length) };
}

const TRAILING_COMMENT = /(?<! ) +#.*$/;
const END = /^(?: +#.*| *)$/;

function readScalar(text: string): Json | undefined {
  if (!/^["']/.test(text)) return readPlain(text.replace(TRAILING_COMMENT, ''));
  const quoted = readQuoted(text);
  return quoted && END.test(quoted.rest) ? quoted.value : undefined;
}

/** What begins or is inside a text that YAML would not read as plain. Numbers may begin with a minus. */
const NOT_PLAIN = /^[-?:,[\]{}#&*!|>'"%@`]|: |:$| #/;
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
/** Numbers in other bases and the infinite: left to the library. */
const ODD_NUMBER = /^(?:0[box]|[-+]?\.(?:inf|nan)$)/i;
const WORDS: Readonly<Record<string, Json>> = {
  '~': null,
  null: null,
  Null: null,
  NULL: null,
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
};

function readPlain(padded: string): Json | undefined {
  const text = padded.replace(/(?<! ) +$/, '');
  if (NUMBER.test(text)) {
    const number = Number(text);
    return Number.isFinite(number) ? number || 0 : undefined;
  }
  if (text === '' || NOT_PLAIN.test(text) || ODD_NUMBER.test(text)) return undefined;
  return Object.hasOwn(WORDS, text) ? WORDS[text] : text;
}

/** `[a, 'b', 3]` on one line, without lists or objects in it. */
function readFlowList(text: string): Json[] | undefined {
  const items: Json[] = [];
  let rest = text.slice(1).replace(/^ +/, '');
  if (rest.startsWith(']')) return END.test(rest.slice(1)) ? items : undefined;
  for (;;) {
    const quoted = readQuoted(rest);
    const plain = /^[^,[\]{}]*/.exec(rest)?.[0] ?? '';
    const item = quoted ? quoted.value : readPlain(plain);
    if (item === undefined) return undefined;
    items.push(item);
    rest = (quoted ? quoted.rest : rest.slice(plain.length)).replace(/^ +/, '');
    if (rest.startsWith(']')) return END.test(rest.slice(1)) ? items : undefined;
    if (!rest.startsWith(',')) return undefined;
    rest = rest.slice(1).replace(/^ +/, '');
  }
}
