import type { Json } from '../model/page.js';
import {
  explainEntry,
  firstEntry,
  looksLikeMapping,
  opensMapping,
  salvageText,
  splitEntries,
  type Fault,
} from './front-matter-entries.js';
import { readFlatYaml } from './front-matter-subset.js';
import { createJsonCopier, isRecord } from './json.js';
import { loadParser, placeOf, reasonOf, type YamlParser } from './yaml.js';

/** What a block of front matter says, and what is wrong with it. */
export interface Reading {
  readonly data: Readonly<Record<string, Json>>;
  readonly faults: readonly Fault[];
}

/** After so many the rest is taken as text: more of them help nobody, and each costs the library time. */
const MAX_FAULTS = 20;

/**
 * Reads the text between two `---`. `undefined` where it is no mapping, so that the lines are thematic breaks.
 * Where it is meant as one and is no valid YAML, each top-level key that can be read has its value, the others their text.
 *
 * @param yaml Lines end with `\n`.
 */
export async function readYaml(
  yaml: string,
  load: () => Promise<YamlParser> = loadParser,
): Promise<Reading | undefined> {
  const lines = yaml.split('\n');
  const first = firstEntry(lines);
  if (first === undefined) return { data: {}, faults: [] };
  if (!opensMapping(first)) return undefined;
  const data = readFlatYaml(yaml);
  if (data) return { data, faults: [] };
  let parse: YamlParser;
  try {
    parse = await load();
  } catch {
    const message =
      'The YAML reader could not be loaded: only the simple values of the front matter were read.';
    return looksLikeMapping(lines)
      ? salvage(lines, undefined, { line: 0, severity: 'warning', message })
      : undefined;
  }
  try {
    return readMapping(parse(yaml, false));
  } catch (error) {
    return (
      readRepeated(yaml, parse, error) ??
      (looksLikeMapping(lines) ? salvage(lines, parse, faultOf(error)) : undefined)
    );
  }
}

const readMapping = (value: unknown): Reading | undefined =>
  isRecord(value) ? copyMapping(value) : undefined;

/** Reads a block in which nothing is wrong but that a key stands twice. */
function readRepeated(yaml: string, parse: YamlParser, error: unknown): Reading | undefined {
  if (!reasonOf(error).includes('duplicated mapping key')) return undefined;
  try {
    const reading = readMapping(parse(yaml, true));
    const message = 'This key stands twice in the front matter: the last one counts. Remove the other.';
    const fault: Fault = { ...faultOf(error), severity: 'warning', message };
    return reading && { ...reading, faults: [fault, ...reading.faults] };
  } catch {
    return undefined;
  }
}

function copyMapping(value: Record<string, unknown>): Reading {
  const faults: Fault[] = [];
  const copy = createJsonCopier(({ path, found }) => {
    const message = `The front matter is too big: “${path}” holds ${found}. It is left out.`;
    faults.push({ line: 0, severity: 'error', message });
  });
  const data: Record<string, Json> = {};
  for (const [key, each] of Object.entries(value)) {
    const count = faults.length;
    const copied = key === '__proto__' ? undefined : copy(each, key);
    if (copied !== undefined && faults.length === count) data[key] = copied;
  }
  return { data, faults };
}

/** Reads entry by entry, so that one that is wrong does not cost the others. `whole` is what was wrong with all of them together. */
function salvage(lines: readonly string[], parser: YamlParser | undefined, whole: Fault): Reading {
  const data: Record<string, Json> = {};
  const faults: Fault[] = [];
  for (const entry of splitEntries(lines)) {
    if (entry.key === '__proto__') continue;
    const text = entry.lines.join('\n');
    const parse = faults.length < MAX_FAULTS ? parser : undefined;
    const read = readFlatYaml(text) ?? readEntry(text, parse, faults, entry.line);
    if (typeof read === 'string') {
      data[entry.key] = salvageText(entry);
      if (parse) faults.push({ severity: 'error', ...explainEntry(entry, read) });
    } else {
      Object.assign(data, read);
    }
  }
  return { data, faults: faults.length > 0 ? faults : [whole] };
}

/** The mapping that one entry is, or why it is none. */
function readEntry(
  text: string,
  parse: YamlParser | undefined,
  faults: Fault[],
  line: number,
): Reading['data'] | string {
  if (!parse) return '';
  try {
    const value = parse(text, true);
    if (!isRecord(value)) return 'a space is missing behind the colon';
    const reading = copyMapping(value);
    faults.push(...reading.faults.map((fault) => ({ ...fault, line })));
    return reading.data;
  } catch (error) {
    return reasonOf(error);
  }
}

/** The library's error as a fault of the whole block. */
function faultOf(error: unknown): Fault {
  return {
    line: 0,
    ...placeOf(error),
    severity: 'error',
    message: `The front matter is not valid YAML: ${reasonOf(error)}.`,
  };
}
