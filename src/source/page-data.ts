import { PAGE, SECTION, type AnyBlockData, type PageData } from '../model/page-data.js';
import type { Json } from '../model/page.js';
import type { Problem, ProblemCode } from '../model/problem.js';
import { findJsonError } from './json-error.js';
import {
  createJsonCopier,
  isRecord,
  joinPath,
  keysOf,
  lengthOf,
  MAX_DEPTH,
  MAX_VALUES,
  nameType,
  readKey,
  shapeOf,
  type JsonFault,
} from './json.js';
import { BlockReader, isKnownKind } from './block-reader.js';
import { nearestKey } from './nearest-key.js';
import { SchemaReader } from './schema-reader.js';

/** Page data that is valid, and what was wrong with the rest. */
export interface PageDataReading {
  readonly data: PageData;
  /** In the order of the data; the first hundred. */
  readonly problems: readonly Problem[];
}

/** After so many, more of them help nobody. */
const MAX_PROBLEMS = 100;

/** All keys of a section. */
const SECTION_KEYS: readonly string[] = [...Object.keys(SECTION.fields), 'sections', 'blocks'];

/** Other words for them. */
const SYNONYMS = { ...SECTION.synonyms, children: 'sections', items: 'sections', subsections: 'sections' };

/**
 * Checks page data: an object, or its JSON text. Never throws, whatever the value (cycles, getters that throw, deep
 * nesting), and hands out a copy. A part that is wrong is reported with its path and left out; the rest stays:
 *
 * - A section without a heading opens no section: its body joins the text before it, its own sections take its place.
 * - Keys a section does not have are reported (`data-unknown-key`) and left out. Other keys of the page are its `meta`;
 *   reported are lists with nearly the name of one that would be shown, and data without a single key that is shown.
 * - A block is a page of that block alone; kinds the library and the host do not know are reported (`data-unknown-kind`) and left out.
 * - `null` and `undefined` are nothing.
 *
 * @param customKinds names of the host's own kinds of blocks
 */
export function readPageData(input: unknown, customKinds: readonly string[] = []): PageDataReading {
  const reader = new PageDataReader(customKinds);
  const value = typeof input === 'string' ? reader.parse(input) : input;
  return {
    data: value === undefined && typeof input === 'string' ? {} : reader.page(value),
    problems: reader.problems,
  };
}

const isList = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && shapeOf(value) === 'array';

/** What can hold text: the page or a section. */
interface Holder {
  body?: string;
  blocks?: AnyBlockData[];
}

interface OpenSection extends Holder {
  heading: string;
  id?: string;
  sections?: OpenSection[];
}

/** All keys of a page that are none of its `meta`, and those of them that are lists. */
const PAGE_LISTS: readonly string[] = ['sections', 'blocks'];
const PAGE_KEYS: readonly string[] = [...Object.keys(PAGE.fields), ...PAGE_LISTS];

/** The keys of a page that readers see something of. */
const SHOWN_KEYS: readonly string[] = ['title', 'heading', 'body', ...PAGE_LISTS];

/** Keys that are read in a way of their own, or not at all. */
const OWN_WAY = new Set(['__proto__', ...PAGE_LISTS]);

class PageDataReader {
  readonly problems: Problem[] = [];
  /** Where text without a section of its own goes: what was opened last. */
  #last: Holder = {};
  /** The sections around the one that is read, so that none is read inside itself. */
  readonly #around = new Set<object>();
  #left = MAX_VALUES;
  readonly #schemas = new SchemaReader((...fault) => this.#report(...fault));
  readonly #copy = createJsonCopier((fault) => this.#reportFault(fault));
  readonly #blocks: BlockReader;
  readonly #customKinds: readonly string[];

  constructor(customKinds: readonly string[]) {
    this.#customKinds = customKinds;
    this.#blocks = new BlockReader(this.#schemas, this.#copy, customKinds, (...fault) =>
      this.#report(...fault),
    );
  }

  parse(text: string): unknown {
    const json = text.replace(/^\ufeff/, '');
    try {
      return JSON.parse(json) as unknown;
    } catch (error) {
      const found = findJsonError(json);
      const message = `The text is not JSON. ${found?.message ?? String(error)}`;
      const place = found && { line: found.line, column: found.column };
      this.problems.push({ code: 'data-not-json', severity: 'error', message, ...(place && { place }) });
      return undefined;
    }
  }

  page(value: unknown): PageData {
    if (!isRecord(value)) {
      this.#report(
        'data-type',
        '',
        `Page data is an object with “title” and “sections”; this is ${nameType(value)}.`,
      );
      return {};
    }
    if (isKnownKind(readKey(value, 'kind'), this.#customKinds)) {
      const block = this.#blocks.block(value, '');
      return block ? { blocks: [block] } : {};
    }
    const page: Record<string, Json> & Holder = {};
    this.#last = page;
    const keys = keysOf(value);
    this.#reportNoPage(value, keys);
    for (const key of keys) {
      const part = readKey(value, key);
      if (part === null || part === undefined || OWN_WAY.has(key)) continue;
      const read = Object.hasOwn(PAGE.fields, key)
        ? this.#schemas.read(PAGE.fields[key as keyof typeof PAGE.fields].schema, part, key)
        : this.#copy(part, key);
      if (read !== undefined) page[key] = read;
    }
    const blocks = this.#blocks.blocks(readKey(value, 'blocks'), 'blocks');
    if (blocks.length > 0) page.blocks = blocks;
    const sections: OpenSection[] = [];
    this.#sections(readKey(value, 'sections'), 'sections', sections);
    return sections.length > 0 ? { ...page, sections } : page;
  }

  #sections(value: unknown, path: string, into: OpenSection[]): void {
    if (value === undefined || value === null) return;
    if (!isList(value)) {
      this.#report('data-type', path, `“${path}” is a list of sections; this is ${nameType(value)}.`);
      return;
    }
    for (let index = 0; index < lengthOf(value); index++) {
      const itemPath = `${path}[${index}]`;
      if (--this.#left < 0) {
        if (this.#left === -1)
          this.#report(
            'data-too-deep',
            itemPath,
            `There are more than ${MAX_VALUES} sections: the rest is left out.`,
          );
        return;
      }
      this.#section(readKey(value, index), itemPath, into);
    }
  }

  #section(value: unknown, path: string, into: OpenSection[]): void {
    if (!isRecord(value)) {
      this.#report(
        'data-type',
        path,
        `A section is an object with “heading” and “body”; this is ${nameType(value)}.`,
      );
      return;
    }
    if (this.#around.has(value) || this.#around.size >= MAX_DEPTH) {
      const why = this.#around.has(value)
        ? 'This section is inside itself'
        : `There are more than ${MAX_DEPTH} levels of sections`;
      this.#report('data-too-deep', path, `${why}: it is left out.`);
      return;
    }
    this.#around.add(value);
    this.#reportUnknownKeys(value, path);
    const { fields } = SECTION;
    const heading = this.#schemas.read(fields.heading, readKey(value, 'heading'), `${path}.heading`);
    const id = this.#schemas.read(fields.id.schema, readKey(value, 'id'), `${path}.id`);
    const body = this.#schemas.read(fields.body.schema, readKey(value, 'body'), `${path}.body`);
    const blocks = this.#blocks.blocks(readKey(value, 'blocks'), `${path}.blocks`);
    const section = heading === undefined ? undefined : this.#open(heading, id, body, blocks);
    if (section) into.push(section);
    else this.#append(body, blocks);
    if (heading === undefined) this.#reportNoHeading(readKey(value, 'heading'), path);
    const inside = section ? [] : into;
    this.#sections(readKey(value, 'sections'), `${path}.sections`, inside);
    if (section && inside.length > 0) section.sections = inside;
    this.#around.delete(value);
  }

  #open(
    heading: string,
    id: string | undefined,
    body: string | undefined,
    blocks: AnyBlockData[],
  ): OpenSection {
    const section = {
      heading,
      ...(id !== undefined && { id }),
      ...(body !== undefined && { body }),
      ...(blocks.length > 0 && { blocks }),
    };
    this.#last = section;
    return section;
  }

  #append(body: string | undefined, blocks: readonly AnyBlockData[]): void {
    const last = this.#last;
    if (body !== undefined && last.blocks) last.blocks.push({ kind: 'prose', body });
    else if (body !== undefined) last.body = last.body ? `${last.body}\n\n${body}` : body;
    if (blocks.length > 0) last.blocks = [...(last.blocks ?? []), ...blocks];
  }

  /** A list is rarely `meta`, and data without any key that shows are data of something else where they have other keys. */
  #reportNoPage(value: object, keys: readonly string[]): void {
    for (const key of keys) {
      const near = PAGE_KEYS.includes(key) ? undefined : nearestKey(key, PAGE_LISTS, {});
      if (near !== undefined && isList(readKey(value, key)))
        this.#report(
          'data-unknown-key',
          key,
          `A page has no key “${key}”. Did you mean “${near}”? It is not shown.`,
          'warning',
        );
    }
    if (!keys.every((key) => PAGE_KEYS.includes(key)) && !keys.some((key) => SHOWN_KEYS.includes(key)))
      this.#report(
        'data-type',
        '',
        'This is no page data: it has none of “title”, “body”, “sections” and “blocks”, so there is nothing to show.',
        'warning',
      );
  }

  #reportNoHeading(heading: unknown, path: string): void {
    const message = 'A section needs a heading: its text was added to what stands before it.';
    if (heading === undefined || heading === null) this.#report('data-type', `${path}.heading`, message);
  }

  #reportUnknownKeys(section: object, path: string): void {
    for (const key of keysOf(section)) {
      if (SECTION_KEYS.includes(key)) continue;
      const near = nearestKey(key, SECTION_KEYS, SYNONYMS);
      const hint =
        near === undefined
          ? `It has ${SECTION_KEYS.map((each) => `“${each}”`).join(', ')}.`
          : `Did you mean “${near}”?`;
      this.#report(
        'data-unknown-key',
        joinPath(path, key),
        `A section has no key “${key}”. ${hint}`,
        'warning',
      );
    }
  }

  #reportFault({ path, kind, found }: JsonFault): void {
    const message = `“${path}” is no JSON: it is ${found}. It is left out.`;
    this.#report(kind === 'type' ? 'data-type' : 'data-too-deep', path, message);
  }

  #report(code: ProblemCode, path: string, message: string, severity: Problem['severity'] = 'error'): void {
    if (this.problems.length < MAX_PROBLEMS)
      this.problems.push({ code, severity, message, ...(path !== '' && { place: { path } }) });
  }
}
