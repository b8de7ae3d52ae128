import type { Json } from '../model/page.js';
import { firstEntry, type Fault } from './front-matter-entries.js';
import type { Reading } from './front-matter-yaml.js';
import { createJsonCopier, isRecord, MAX_DEPTH } from './json.js';

const ENTRY = /^\s*("[^"]*"|'[^']*'|[\w-]+)\s*=(.*)$/;
const TABLE = /^\s*\[/;

/** Parses TOML text; throws where it is none. */
export type TomlParser = (toml: string) => unknown;

async function loadParser(): Promise<TomlParser> {
  const { parse } = await import('smol-toml');
  return (toml) => parse(toml, { integersAsBigInt: 'asNeeded', maxDepth: MAX_DEPTH });
}

const refuse: TomlParser = () => {
  throw new Error('no parser');
};

/**
 * Reads the text between two `+++`. `undefined` where no line of it is TOML. Where it is not valid, each top-level
 * key that can be read has its value, the others their text. Dates are ISO 8601 text.
 *
 * @param toml Lines end with `\n`.
 */
export async function readToml(
  toml: string,
  load: () => Promise<TomlParser> = loadParser,
): Promise<Reading | undefined> {
  const lines = toml.split('\n');
  const first = firstEntry(lines);
  if (first === undefined) return { data: {}, faults: [] };
  if (!ENTRY.test(first) && !TABLE.test(first)) return undefined;
  let read: TomlParser;
  try {
    read = await load();
  } catch {
    const message = 'The TOML reader could not be loaded: the values of the front matter were taken as text.';
    return { data: salvage(lines, refuse), faults: [{ line: 0, severity: 'warning', message }] };
  }
  try {
    return { data: copyTable(read(toml)), faults: [] };
  } catch (error) {
    return { data: salvage(lines, read), faults: [faultOf(error)] };
  }
}

function copyTable(table: unknown): Record<string, Json> {
  const copied = createJsonCopier(() => undefined)(table, '');
  return isTable(copied) ? copied : {};
}

const isTable = (value: Json | undefined): value is Record<string, Json> => isRecord(value);

/** The keys before the first table, one by one; then the tables, if they are right by themselves. */
function salvage(lines: readonly string[], read: TomlParser): Record<string, Json> {
  const data: Record<string, Json> = {};
  const table = lines.findIndex((line) => TABLE.test(line));
  const end = table < 0 ? lines.length : table;
  for (const line of lines.slice(0, end)) {
    const [, key = '', value = ''] = ENTRY.exec(line) ?? [];
    const name = key.replace(/^(["'])(.*)\1$/, '$2');
    if (name === '' || name === '__proto__') continue;
    Object.assign(data, attempt(line, read) ?? { [name]: value.trim().replace(/^(["'])(.*)\1$/, '$2') });
  }
  return Object.assign(data, attempt(lines.slice(end).join('\n'), read));
}

function attempt(toml: string, read: TomlParser): Record<string, Json> | undefined {
  try {
    return copyTable(read(toml));
  } catch {
    return undefined;
  }
}

function faultOf(error: unknown): Fault {
  const { line, column, message } = error as { line?: unknown; column?: unknown; message?: unknown };
  const reason = /^(?:Invalid TOML document: )?(.*)/.exec(String(message))?.[1] ?? '';
  return {
    line: typeof line === 'number' ? line - 1 : 0,
    ...(typeof column === 'number' && { column: column - 1 }),
    severity: 'error',
    message: `The front matter is not valid TOML: ${reason}.`,
  };
}
