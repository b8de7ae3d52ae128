import { MAX_DEPTH } from './json.js';

/** Parses YAML text; throws where it is none. Of a key that stands twice, `lenient` takes the last. */
export type YamlParser = (yaml: string, lenient: boolean) => unknown;

/** Aliases a block may have. What they expand to is bounded when it is copied. */
const MAX_ALIASES = 100;

/** What the library may build of any text. */
export const YAML_LIMITS = { maxAliases: MAX_ALIASES, maxDepth: MAX_DEPTH } as const;

/** The library with YAML 1.2's core schema: dates and `yes` stay text, so that a date is not moved to another day by a time zone, and Norwegian (`no`) stays a language. */
export async function loadParser(): Promise<YamlParser> {
  const { CORE_SCHEMA, load } = await import('js-yaml');
  return (yaml, lenient) => load(yaml, { ...YAML_LIMITS, schema: CORE_SCHEMA, json: lenient });
}

/** Why the library refuses a text. */
export const reasonOf = (error: unknown): string =>
  isObject(error) && typeof error['reason'] === 'string' ? error['reason'] : String(error);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Where the library refuses a text: 0-based line and column. */
export function placeOf(error: unknown): { readonly line?: number; readonly column?: number } {
  const mark = isObject(error) && isObject(error['mark']) ? error['mark'] : {};
  const { line, column } = mark;
  return {
    ...(typeof line === 'number' && { line }),
    ...(typeof column === 'number' && { column }),
  };
}
