import type { BlockData } from './blocks.js';
import type { Json } from './page.js';
import { choice, ID, LABEL, LANGUAGE, optional, record, TEXT, type RecordData } from './schema.js';

/** The fields of a page that are text. */
export const PAGE = record('a page', {
  /** Plain text. */
  title: optional(TEXT),
  /** Inline Markdown: what the title of a page is, for the data of a section that stands alone. */
  heading: optional(LABEL),
  /** Plain text, one or two sentences. */
  description: optional(TEXT),
  /** BCP 47 language tag, such as `en` or `pt-BR`. */
  lang: optional(LANGUAGE),
  /** Base direction. */
  dir: optional(choice('ltr', 'rtl')),
  /** Markdown before the first section. */
  body: optional(TEXT),
});

/** The fields of a section that are text. */
export const SECTION = record(
  'a section',
  {
    /** Inline Markdown. */
    heading: LABEL,
    /** Fragment id; by default GitHub's slug of the heading. */
    id: optional(ID),
    /** Markdown. Its headings open sections below this one. */
    body: optional(TEXT),
  },
  {
    anchor: 'id',
    content: 'body',
    markdown: 'body',
    name: 'heading',
    slug: 'id',
    text: 'body',
    title: 'heading',
  },
);

/** Markdown among blocks. */
export const PROSE = record('text', {
  /** Markdown. Its headings open sections below the one it stands in. */
  body: TEXT,
});

/** Markdown among blocks, as people write it in JSON. */
export interface ProseData extends RecordData<(typeof PROSE)['fields']> {
  readonly kind: 'prose';
}

/** A block of a kind that the host has registered; its name has a hyphen in it, so that no kind of ours is ever called the same. */
export interface CustomBlockData {
  readonly kind: `${string}-${string}`;
  readonly [key: string]: Json;
}

/** A block as people write it in JSON. */
export type AnyBlockData = ProseData | BlockData | CustomBlockData;

/** What a page and a section can hold beside text. */
interface Content {
  /** Text and structured data in any order, behind `body`. */
  readonly blocks?: readonly AnyBlockData[];
  /** Sections, or sections inside a section. */
  readonly sections?: readonly SectionData[];
}

/** A section as people write it in JSON. */
export interface SectionData extends RecordData<(typeof SECTION)['fields']>, Content {}

/**
 * A page as people write it in JSON: what `.data`, a `.json` source and `<script type="application/json">` hold.
 * Unknown keys are kept in `Page.meta`.
 */
export interface PageData
  extends
    RecordData<(typeof PAGE)['fields']>,
    Content,
    Readonly<Record<string, Json | readonly SectionData[] | readonly AnyBlockData[] | undefined>> {}
