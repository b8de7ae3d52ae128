import type { BlockData } from '../../model/blocks.js';
import type { Problem, ProblemCode } from '../../model/problem.js';
import { findJsonError } from '../json-error.js';
import { isRecord, nameType } from '../json.js';

export type PersonData = BlockData<'people'>['people'][number];
export type ReferenceData = NonNullable<BlockData<'sponsors'>['ways']>[number];
export type ChannelData = BlockData<'channels'>['channels'][number];
export type LicenceData = BlockData<'licence'>['licences'][number];
export type SponsorData = NonNullable<BlockData<'sponsors'>['sponsors']>[number];
export type CitingData = Omit<BlockData<'citing'>, 'kind'>;

/** What a file of a project says of it. */
export interface ProjectFacts {
  readonly title?: string;
  readonly description?: string;
  /** The project's own site. */
  readonly home?: string;
  /** URL of its repository. */
  readonly repository?: string;
  readonly people?: readonly PersonData[];
  readonly channels?: readonly ChannelData[];
  readonly licences?: readonly LicenceData[];
  readonly ways?: readonly ReferenceData[];
  readonly sponsors?: readonly SponsorData[];
  readonly citing?: CitingData;
}

/** The facts of a file, and what is wrong with the rest of it. Paths of problems are those in the file. */
export interface ProjectReading {
  readonly facts: ProjectFacts;
  readonly problems: readonly Problem[];
}

/** An object in a file, whose values are taken by the type they must have. */
export class Entry {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #path: string;
  readonly #problems: Problem[];

  constructor(value: Readonly<Record<string, unknown>>, path: string, problems: Problem[]) {
    this.#value = value;
    this.#path = path;
    this.#problems = problems;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#value, key) && this.#value[key] != null;
  }

  get(key: string): unknown {
    return this.has(key) ? this.#value[key] : undefined;
  }

  /** The first text at one of the keys that is not blank; a number counts as text. */
  text(...keys: readonly string[]): string | undefined {
    for (const key of keys) {
      const value = this.get(key);
      if (value === undefined) continue;
      const text = typeof value === 'number' ? String(value) : value;
      if (typeof text !== 'string') this.wrong(key, 'text', value);
      else if (text.trim() !== '') return text.trim();
    }
    return undefined;
  }

  /** The object at `key`. */
  entry(key: string): Entry | undefined {
    const value = this.get(key);
    if (value === undefined) return undefined;
    if (isRecord(value)) return new Entry(value, this.pathOf(key), this.#problems);
    this.wrong(key, 'an object', value);
    return undefined;
  }

  /** The items at `key`; a single value counts as a list of one. */
  items(key: string): readonly { readonly value: unknown; readonly path: string }[] {
    const value = this.get(key);
    if (value === undefined) return [];
    return Array.isArray(value)
      ? value.map((item: unknown, index) => ({ value: item, path: `${this.pathOf(key)}[${index}]` }))
      : [{ value, path: this.pathOf(key) }];
  }

  /** The items at `key` that are objects, and those that are text. */
  each<T>(
    key: string,
    read: { text?: (text: string) => T | undefined; entry?: (entry: Entry) => T | undefined },
  ): T[] {
    return this.items(key).flatMap(({ value, path }) => {
      let found: T | undefined;
      if (typeof value === 'string' && read.text) found = read.text(value.trim());
      else if (isRecord(value) && read.entry) found = read.entry(new Entry(value, path, this.#problems));
      else {
        const expected = read.text ? (read.entry ? 'text or an object' : 'text') : 'an object';
        this.#refuse(path, expected, value);
      }
      return found === undefined ? [] : [found];
    });
  }

  wrong(key: string, expected: string, value: unknown): void {
    this.#refuse(this.pathOf(key), expected, value);
  }

  #refuse(path: string, expected: string, value: unknown): void {
    report(
      this.#problems,
      'data-type',
      `“${path}” should be ${expected}; this is ${nameType(value)}. It is left out.`,
      path,
    );
  }

  pathOf(key: string): string {
    return this.#path === '' ? key : `${this.#path}.${key}`;
  }
}

export function report(problems: Problem[], code: ProblemCode, message: string, path?: string): void {
  problems.push({ code, severity: 'warning', message, ...(path !== undefined && { place: { path } }) });
}

/** The object that a JSON text is; without one the problem is reported. */
export function parseJson(text: string, problems: Problem[]): Entry | undefined {
  const json = text.replace(/^\ufeff/, '');
  try {
    return toEntry(JSON.parse(json) as unknown, problems);
  } catch (error) {
    const found = findJsonError(json);
    problems.push({
      code: 'data-not-json',
      severity: 'error',
      message: `The file is not JSON. ${found?.message ?? String(error)}`,
      ...(found && { place: { line: found.line, column: found.column } }),
    });
    return undefined;
  }
}

export function toEntry(value: unknown, problems: Problem[]): Entry | undefined {
  if (isRecord(value)) return new Entry(value, '', problems);
  problems.push({
    code: 'data-type',
    severity: 'error',
    message: `The file should hold an object; this is ${nameType(value)}.`,
  });
  return undefined;
}

/**
 * An address as people write it, often without a scheme: `example.org/about`. `undefined` where it is none, such as a path,
 * which would lead nowhere from another place.
 */
export function webUrl(written: string | undefined): string | undefined {
  if (written === undefined || /^[a-z][a-z\d+.-]*:|^\/\//i.test(written)) return written;
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]|$)/u.test(written) ? `https://${written}` : undefined;
}

/** An object without the keys that have no value. */
export const present = <T extends object>(value: { [Key in keyof T]: T[Key] | undefined }): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
