import type { Json } from '../model/page.js';

/** Deepest nesting of arrays and objects that is read. */
export const MAX_DEPTH = 64;

/** Most values that are read: what aliases and shared objects expand to counts each time. */
export const MAX_VALUES = 100_000;

/** A part of a value that JSON does not know, or that is more than anyone writes. */
export interface JsonFault {
  /** Such as `menu.main[2]`. */
  readonly path: string;
  /** `type`: no JSON; `depth`: too deep, or a cycle; `size`: too many values. */
  readonly kind: 'type' | 'depth' | 'size';
  /** What stands there, such as `a function`. */
  readonly found: string;
}

/** Copies values as JSON. One budget of {@link MAX_VALUES} holds for all calls. */
export type JsonCopier = (value: unknown, path: string) => Json | undefined;

/**
 * A copier that leaves out and reports what is no JSON, and never throws: getters that throw, cycles and endless
 * nesting included. As in `JSON.stringify`, a date becomes its ISO text and `undefined` in an object is nothing. A
 * number that JSON has no form for becomes `null`. Keys named `__proto__` are left out: they would change objects they are copied into.
 */
export function createJsonCopier(report: (fault: JsonFault) => void): JsonCopier {
  let left = MAX_VALUES;

  function copy(value: unknown, path: string, depth: number): Json | undefined {
    if (--left < 0) {
      if (left === -1) report({ path, kind: 'size', found: `more than ${MAX_VALUES} values` });
      return undefined;
    }
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return Number.isFinite(value) ? value || 0 : null;
      case 'bigint':
        return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
      case 'object':
        if (value === null) return null;
        return copyStructure(value, path, depth);
      default:
        report({ path, kind: 'type', found: nameType(value) });
        return undefined;
    }
  }

  function copyStructure(value: object, path: string, depth: number): Json | undefined {
    const shape = shapeOf(value);
    if (shape === 'date') return dateText(value as Date);
    if (shape !== 'other' && depth < MAX_DEPTH)
      return shape === 'array' ? copyItems(value, path, depth) : copyProperties(value, path, depth);
    if (shape === 'other') report({ path, kind: 'type', found: nameType(value) });
    else report({ path, kind: 'depth', found: `more than ${MAX_DEPTH} levels` });
    return undefined;
  }

  function copyItems(items: object, path: string, depth: number): Json[] {
    const result: Json[] = [];
    for (let index = 0; index < lengthOf(items) && left >= 0; index++) {
      const item = copy(readKey(items, index), `${path}[${index}]`, depth + 1);
      if (item !== undefined) result.push(item);
    }
    return result;
  }

  function copyProperties(source: object, path: string, depth: number): Json {
    const result: Record<string, Json> = {};
    for (const key of keysOf(source)) {
      if (left < 0) break;
      const value = key === '__proto__' ? undefined : readKey(source, key);
      const copied = value === undefined ? undefined : copy(value, joinPath(path, key), depth + 1);
      if (copied !== undefined) result[key] = copied;
    }
    return result;
  }

  return (value, path) => copy(value, path, 0);
}

function dateText(date: Date): string | null {
  try {
    return date.toISOString();
  } catch {
    return null;
  }
}

/** Own enumerable keys; none where asking for them throws. */
export function keysOf(source: object): string[] {
  try {
    return Object.keys(source);
  } catch {
    return [];
  }
}

/** Stands for the value of a property whose getter throws. */
const UNREADABLE = Symbol('unreadable');

/** The value of a property; where its getter throws, a value that is no JSON. */
export function readKey(source: object, key: PropertyKey): unknown {
  try {
    return (source as Record<PropertyKey, unknown>)[key];
  } catch {
    return UNREADABLE;
  }
}

/** How many items an array has; none where asking for it throws. */
export function lengthOf(items: object): number {
  const length = readKey(items, 'length');
  return typeof length === 'number' ? length : 0;
}

/** What an object is as data. Objects with a life of their own (maps, nodes, revoked proxies) are `other`. */
export function shapeOf(value: object): 'array' | 'date' | 'record' | 'other' {
  try {
    if (Array.isArray(value)) return 'array';
    if (value instanceof Date) return 'date';
    const prototype: unknown = Object.getPrototypeOf(value);
    // An object of another window has that window's prototype, which has no prototype itself.
    return prototype === null || Object.getPrototypeOf(prototype) === null ? 'record' : 'other';
  } catch {
    return 'other';
  }
}

/** Whether `value` is an object with keys. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && shapeOf(value) === 'record';

/** `a.b[0]["c d"]`: the path of `key` in what stands at `path`. */
export function joinPath(path: string, key: string): string {
  if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

const SHAPES = {
  array: 'an array',
  date: 'a date',
  record: 'an object',
  other: 'an object that is not plain data',
} as const;

/** What a value is, with its article, for messages: `an array`, `a string`. */
export function nameType(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (value === UNREADABLE) return 'a value that cannot be read';
  if (typeof value === 'object') return SHAPES[shapeOf(value)];
  return `a ${typeof value}`;
}
