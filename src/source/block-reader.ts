import { BLOCKS, isBlockKind, type BlockData } from '../model/blocks.js';
import { PROSE, type AnyBlockData, type CustomBlockData, type ProseData } from '../model/page-data.js';
import { isRecord, keysOf, lengthOf, nameType, readKey, shapeOf, type JsonCopier } from './json.js';
import { nearestKey } from './nearest-key.js';
import type { Report, SchemaReader } from './schema-reader.js';

/** Other words for the kinds of blocks. */
const SYNONYMS: Readonly<Record<string, string>> = {
  citation: 'citing',
  community: 'channels',
  contact: 'channels',
  contributors: 'people',
  further: 'links',
  history: 'timeline',
  license: 'licence',
  markdown: 'prose',
  metrics: 'stats',
  questions: 'faq',
  reading: 'links',
  repositories: 'repos',
  roadmap: 'timeline',
  supporters: 'sponsors',
  team: 'people',
  text: 'prose',
};

/** Whether a value is the kind of a block. */
export const isKnownKind = (kind: unknown, customKinds: readonly string[]): kind is string =>
  typeof kind === 'string' && (kind === 'prose' || isBlockKind(kind) || customKinds.includes(kind));

/** Reads blocks. What is wrong is reported and left out, a single person as well as a whole block. */
export class BlockReader {
  readonly #schemas: SchemaReader;
  readonly #copy: JsonCopier;
  readonly #customKinds: readonly string[];
  readonly #report: Report;

  constructor(schemas: SchemaReader, copy: JsonCopier, customKinds: readonly string[], report: Report) {
    this.#schemas = schemas;
    this.#copy = copy;
    this.#customKinds = customKinds;
    this.#report = report;
  }

  blocks(value: unknown, path: string): AnyBlockData[] {
    if (value === undefined || value === null) return [];
    if (typeof value !== 'object' || shapeOf(value) !== 'array') {
      this.#report('data-type', path, `“${path}” is a list of blocks; this is ${nameType(value)}.`);
      return [];
    }
    const blocks: AnyBlockData[] = [];
    for (let index = 0; index < lengthOf(value) && this.#schemas.take(`${path}[${index}]`); index++) {
      const block = this.block(readKey(value, index), `${path}[${index}]`);
      if (block) blocks.push(block);
    }
    return blocks;
  }

  /** A block; its kind, where the data do not say it, is `named`. */
  block(value: unknown, path: string, named?: string): AnyBlockData | undefined {
    if (!isRecord(value)) {
      this.#report('data-type', path, `A block is an object with a “kind”; this is ${nameType(value)}.`);
      return undefined;
    }
    const kind = named ?? readKey(value, 'kind');
    if (kind === 'prose')
      return this.#withKind('prose', this.#schemas.record(PROSE, value, path, ['kind'])) as
        ProseData | undefined;
    if (typeof kind === 'string' && isBlockKind(kind)) return this.#known(kind, value, path);
    if (typeof kind === 'string' && this.#customKinds.includes(kind)) return this.#custom(kind, value, path);
    this.#reportKind(kind, path);
    return undefined;
  }

  #known(kind: BlockData['kind'], value: object, path: string): BlockData | undefined {
    const fields = this.#schemas.record(BLOCKS[kind], value, path, ['kind']);
    if (fields && Object.keys(fields).length === 0) {
      const names = Object.keys(BLOCKS[kind].fields);
      // What is there and wrong has been reported.
      if (names.some((name) => readKey(value, name) != null)) return undefined;
      const keys = names.map((name) => `“${name}”`);
      this.#report('data-type', path, `The block has nothing to show. It has ${keys.join(', ')}.`, 'warning');
      return undefined;
    }
    return this.#withKind(kind, fields) as BlockData | undefined;
  }

  #custom(kind: string, value: object, path: string): CustomBlockData | undefined {
    const entries = keysOf(value)
      .filter((key) => key !== 'kind' && key !== '__proto__')
      .map((key) => [key, this.#copy(readKey(value, key), path === '' ? key : `${path}.${key}`)] as const)
      .filter(([, copied]) => copied !== undefined);
    return this.#withKind(kind, Object.fromEntries(entries)) as CustomBlockData;
  }

  #withKind(kind: string, fields: object | undefined): object | undefined {
    return fields && { kind, ...fields };
  }

  #reportKind(kind: unknown, path: string): void {
    const kinds = ['prose', ...Object.keys(BLOCKS), ...this.#customKinds];
    if (typeof kind !== 'string') {
      const all = kinds.map((each) => `“${each}”`).join(', ');
      this.#report('data-unknown-kind', path, `A block needs a “kind”: one of ${all}. It is left out.`);
      return;
    }
    const near = nearestKey(kind, kinds, SYNONYMS);
    const hint =
      near === undefined
        ? kind.includes('-')
          ? 'The host has not registered it.'
          : `There are ${kinds.map((each) => `“${each}”`).join(', ')}.`
        : `Did you mean “${near}”?`;
    this.#report('data-unknown-kind', path, `There is no kind of block “${kind}”. ${hint} It is left out.`);
  }
}
