import type { PageOptions } from '../model/options.js';
import type { Json } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import { BlockReader } from './block-reader.js';
import { createBlockMaker, textsOfBlock } from './block-maker.js';
import { placeOf, reasonOf, type YamlParser } from './yaml.js';
import { findJsonError } from './json-error.js';
import { createJsonCopier } from './json.js';
import type { BlockPlace, Compiler } from './markdown/compiler.js';
import type { Fence } from './markdown/fences.js';
import { SchemaReader } from './schema-reader.js';

/** What stands between the fences as a value; or why it is none, with the line, counted from the first of them. */
export type FenceReading =
  | { readonly value: unknown }
  | { readonly message: string; readonly line?: number; readonly column?: number };

/**
 * Makes blocks of the fenced code whose values could be read. Code that is no block stays code and is reported. `pathOf` tells
 * where in page data a fence stands; without it its line does.
 */
export function replaceFences(
  compiler: Compiler,
  fences: readonly (readonly [fence: Fence, reading: FenceReading])[],
  options: PageOptions,
  problems: Problem[],
  pathOf?: (fence: Fence) => string,
): void {
  for (const [fence, reading] of fences) {
    const at: BlockPlace = pathOf ? { path: pathOf(fence) } : { line: fence.line };
    if ('message' in reading) {
      const { message, line = 0, column } = reading;
      const place = pathOf ? at : { line: fence.line + 1 + line, ...(column !== undefined && { column }) };
      problems.push({
        code: 'block-invalid',
        severity: 'error',
        message: `The block “${fence.kind}” cannot be read, so it is shown as code: ${message}`,
        place,
      });
      continue;
    }
    const found: Problem[] = [];
    const report = (
      code: Problem['code'],
      _path: string,
      message: string,
      severity: Problem['severity'] = 'error',
    ) => found.push({ code, severity, message, place: at });
    const copy = createJsonCopier(({ path, found: what }) =>
      report('data-type', path, `“${path}” is no JSON: it is ${what}. It is left out.`),
    );
    const reader = new BlockReader(new SchemaReader(report), copy, Object.keys(options.blocks ?? {}), report);
    const block = reader.block(unfold(reading.value, fence.kind), '', fence.kind);
    problems.push(...found);
    if (block?.kind === 'prose') continue;
    if (block)
      compiler.replaceFence(fence, createBlockMaker(block, compiler.addTexts(textsOfBlock(block)), at));
  }
}

/** A bare list is that of the block's only list: `- name: Ada` in `doc:people`. */
const LISTS: Readonly<Record<string, string>> = {
  links: 'links',
  repos: 'repos',
  people: 'people',
  sponsors: 'sponsors',
  channels: 'channels',
  timeline: 'events',
  licence: 'licences',
  faq: 'questions',
  stats: 'stats',
  releases: 'releases',
};

const unfold = (value: unknown, kind: string): unknown => {
  const key = Object.hasOwn(LISTS, kind) ? LISTS[kind] : undefined;
  return Array.isArray(value) && key !== undefined ? { [key]: value as Json[] } : value;
};

/** Reads what stands between fences; without a parser of YAML, JSON only. */
export function readFence(fence: Fence, parseYaml: YamlParser | undefined): FenceReading | undefined {
  if (fence.format === 'json' || /^\s*[{[]/.test(fence.text)) {
    const json = readJsonFence(fence);
    if ('value' in json || fence.format === 'json') return json;
  }
  try {
    return parseYaml && { value: parseYaml(fence.text, false) };
  } catch (error) {
    return { message: `it is not valid YAML (${reasonOf(error)}).`, ...placeOf(error) };
  }
}

/** Reads what needs no YAML. */
function readJsonFence({ text }: Fence): FenceReading {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const found = findJsonError(text);
    const place = found && { line: found.line - 1, column: found.column };
    return { message: found?.message ?? String(error), ...place };
  }
}
