import type { Problem, ProblemCode } from '../model/problem.js';
import type {
  DataOf,
  ListSchema,
  OptionalSchema,
  RecordSchema,
  Schema,
  TextSchema,
} from '../model/schema.js';
import { isSafeUrl } from '../model/url.js';
import { isRecord, joinPath, keysOf, lengthOf, MAX_VALUES, nameType, readKey, shapeOf } from './json.js';
import { limitDirections, TOO_MANY_DIRECTIONS_IN_LINE } from './markdown/directions.js';
import { limitMarks, TOO_MANY_MARKS } from './marks.js';
import { nearestKey } from './nearest-key.js';

/** Takes what is wrong at a path. */
export type Report = (
  code: ProblemCode,
  path: string,
  message: string,
  severity?: Problem['severity'],
) => void;

/**
 * Reads values as their description has them, and hands out copies. Never throws, whatever the value. What is wrong is reported
 * and left out as narrowly as possible: a field that may be absent alone, one that may not with its record, which takes
 * no more than itself out of its list. `null` and `undefined` are nothing.
 */
export class SchemaReader {
  readonly #report: Report;
  #left = MAX_VALUES;

  constructor(report: Report) {
    this.#report = report;
  }

  /** The value at `path`; `undefined` where there is none, and where it is wrong. */
  read<S extends Schema>(schema: S, value: unknown, path: string): DataOf<S> | undefined {
    return this.#value(schema, value, path) as DataOf<S> | undefined;
  }

  /** Takes one of the values that may be read; `false` where there are no more, which is reported once. */
  take(path: string): boolean {
    if (--this.#left >= 0) return true;
    if (this.#left === -1)
      this.#report('data-too-deep', path, `There are more than ${MAX_VALUES} values: the rest is left out.`);
    return false;
  }

  #value(schema: Schema | OptionalSchema, value: unknown, path: string): unknown {
    if (value === undefined || value === null || !this.take(path)) return undefined;
    switch (schema.type) {
      case 'optional':
        return this.#value(schema.schema, value, path);
      case 'text':
        return this.#text(schema, value, path);
      case 'number':
        return typeof value === 'number' && Number.isFinite(value)
          ? value
          : this.#wrong(schema.expected, value, path);
      case 'boolean':
        return typeof value === 'boolean' ? value : this.#wrong(schema.expected, value, path);
      case 'list':
        return this.#list(schema, value, path);
      case 'record':
        return this.record(schema, value, path);
    }
  }

  #text(schema: TextSchema<string, unknown>, value: unknown, path: string): unknown {
    const text = schema.date ? dateText(value) : value;
    const limited = typeof text === 'string' ? this.#limit(schema, text, path) : undefined;
    const read = limited === undefined ? undefined : readText(schema, limited);
    if (read === undefined) return this.#wrong(schema.expected, value, path);
    const use = schema.format;
    if ((use !== 'link' && use !== 'image') || isSafeUrl(read, use)) return read;
    this.#report(
      'url-unsafe',
      path,
      `The URL ${JSON.stringify(read)} is not one a page may use. “${path}” is ${schema.expected}.`,
    );
    return undefined;
  }

  /** A text without what browsers would be slow at. */
  #limit({ format }: TextSchema<string, unknown>, text: string, path: string): string {
    const tell = ({ code, message, severity }: Omit<Problem, 'place'>): void =>
      this.#report(code, path, message, severity);
    const limited = limitMarks(text);
    if (limited !== text) tell(TOO_MANY_MARKS);
    // Of Markdown the compiler takes care.
    const line = format === 'plain' ? limitDirections(limited) : limited;
    if (line !== limited) tell(TOO_MANY_DIRECTIONS_IN_LINE);
    return line;
  }

  #list({ expected, item }: ListSchema, value: unknown, path: string): unknown[] | undefined {
    if (typeof value !== 'object' || value === null || shapeOf(value) !== 'array') {
      this.#wrong(expected, value, path);
      return undefined;
    }
    const items: unknown[] = [];
    for (let index = 0; index < lengthOf(value) && this.#left >= 0; index++) {
      const each = readKey(value, index);
      const itemPath = `${path}[${index}]`;
      // A list of nothing may be endless as well.
      const isNothing = each === undefined || each === null;
      if (isNothing && !this.take(itemPath)) break;
      const read = isNothing ? this.#wrong(item.expected, each, itemPath) : this.#value(item, each, itemPath);
      if (read !== undefined) items.push(read);
    }
    return items.length > 0 ? items : undefined;
  }

  /** A record; keys in `known` are the caller's own. */
  record(
    schema: RecordSchema,
    value: unknown,
    path: string,
    known: readonly string[] = [],
  ): Record<string, unknown> | undefined {
    if (!isRecord(value)) {
      this.#wrong(schema.expected, value, path);
      return undefined;
    }
    const fields = schema.fields;
    this.#unknownKeys(schema, value, path, known);
    const result: Record<string, unknown> = {};
    let complete = true;
    for (const [key, field] of Object.entries(fields)) {
      const part = readKey(value, key);
      const read = this.#value(field, part, joinPath(path, key));
      if (read !== undefined) result[key] = read;
      else if (field.type !== 'optional') {
        complete = false;
        // An empty list shows nothing, which is what it says.
        if (part === undefined || part === null)
          this.#report(
            'data-type',
            joinPath(path, key),
            `${capital(schema.name)} needs “${key}”, ${field.expected}: it is left out.`,
          );
      }
    }
    return complete ? result : undefined;
  }

  #unknownKeys(
    { name, fields, synonyms }: RecordSchema,
    value: object,
    path: string,
    known: readonly string[],
  ): void {
    const keys = Object.keys(fields);
    for (const key of keysOf(value)) {
      if (keys.includes(key) || known.includes(key)) continue;
      const near = nearestKey(key, keys, synonyms);
      const hint =
        near === undefined
          ? `There are ${keys.map((each) => `“${each}”`).join(', ')}.`
          : `Did you mean “${near}”?`;
      const message = `There is no key “${key}” in the data of ${name}. ${hint}`;
      this.#report('data-unknown-key', joinPath(path, key), message, 'warning');
    }
  }

  #wrong(expected: string, value: unknown, path: string): unknown {
    const found = typeof value === 'string' ? JSON.stringify(value) : nameType(value);
    this.#report('data-type', path, `“${path}” is ${expected}; this is ${found}.`);
    return undefined;
  }
}

/** The text as the data hold it; `undefined` where it does not fit. */
export function readText(
  { pattern, values, date, normalize }: TextSchema<string, unknown>,
  text: string,
): string | undefined {
  if (values) {
    const lower = text.toLowerCase();
    return values.find((each) => each === lower);
  }
  if (pattern && !pattern.test(text)) return undefined;
  if (date && !isDay(text)) return undefined;
  return normalize ? normalize(text) : text;
}

/** A year as a number, and a day as a `Date`, as text. */
function dateText(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value;
  try {
    return value instanceof Date ? value.toISOString().slice(0, 10) : value;
  } catch {
    return value;
  }
}

/** Whether the month has that day. */
function isDay(date: string): boolean {
  const [year = '', month = '', day] = date.split('-');
  return day === undefined || new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() >= Number(day);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
