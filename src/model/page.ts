import type { DataBlock } from './blocks.js';

/** A heading level of HTML, 1 for the highest. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** JSON, as front matter and page data hold it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * A page as plain data: what every source is parsed into and every output is compiled from.
 * It can be cloned structurally, sent to a worker and compared with deep equality.
 */
export interface Page {
  /** The one title of the page; absent where the source names none. */
  readonly title?: Title;
  /** BCP 47 language tag, from front matter or page data. */
  readonly lang?: string;
  /** Base direction, from front matter or page data. */
  readonly dir?: 'ltr' | 'rtl';
  /** Plain text, one or two sentences, for search results and cards. */
  readonly description?: string;
  /** The whole front matter, or the keys of the page data that the model has no field for. */
  readonly meta: Readonly<Record<string, Json>>;
  /** What the source holds before its title heading: logos, badges. Empty when the title comes from front matter. */
  readonly preamble: readonly Block[];
  /** What stands between the title and the first section. */
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
  /** Footnotes in the order of their first reference. */
  readonly footnotes: readonly Footnote[];
  /** How the Markdown file was written, as far as the blocks do not tell; absent for page data. */
  readonly file?: SourceFile;
}

/** What it takes to write a Markdown file again as it was. */
export interface SourceFile {
  /** The front matter with its fences, to the byte (with `\n` for each line break); empty where there was none. */
  readonly frontMatter: string;
  /** What ends its lines. */
  readonly lineBreak: '\n' | '\r\n';
  /** Whether it begins with a byte order mark. */
  readonly byteOrderMark: boolean;
}

/** A title and where it stands. */
export interface Title {
  /** Plain text, without markup: for `document.title`, cards and comparisons. */
  readonly text: string;
  /** Inline HTML for the heading. */
  readonly html: string;
  /** Whether the author's own HTML is in `html`. */
  readonly rawHtml?: boolean;
  /** Whether that has passed a sanitizer. */
  readonly sanitized?: boolean;
  /** Id of the heading; a title from front matter has none, as on GitHub. */
  readonly id?: string;
  /** The Markdown of the title alone, to the byte: what the Markdown of the lead begins with. */
  readonly markdown?: string;
  /** Other attributes the author wrote on an HTML heading. */
  readonly attributes?: Readonly<Record<string, string>>;
  /**
   * `true` when the heading is inside the content already (an `<h1>` within a `<div align="center">`),
   * so that the compiler writes none of its own.
   */
  readonly inContent: boolean;
}

export interface Section {
  /** What page data said of this section, where it came from page data. */
  readonly given?: Given;
  readonly heading: Heading;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

/** A section's own words in page data. */
export interface Given {
  /** Inline Markdown. */
  readonly heading: string;
  readonly id?: string;
}

export interface Heading {
  /** Unique in the page; the target of `#id` links. */
  readonly id: string;
  /** The level as the author wrote it; the compiler decides the level it renders at. */
  readonly level: HeadingLevel;
  /** Plain text, without markup. */
  readonly text: string;
  /** Inline HTML. */
  readonly html: string;
  /** Whether the author's own HTML is in `html`. */
  readonly rawHtml?: boolean;
  /** Whether that has passed a sanitizer. */
  readonly sanitized?: boolean;
  /** 1-based line of the heading in its source. */
  readonly line?: number;
  /** The Markdown of the heading alone, to the byte: what the Markdown of the section's first block begins with. */
  readonly markdown?: string;
  /** Other attributes the author wrote on an HTML heading, such as `align`, already filtered by name. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A piece of a section, told apart by `kind`. */
export type Block = Prose | Structured;

/** A piece of a section that is no running text. */
export type Structured = (DataBlock | CustomBlock) & {
  /** The Markdown it came from, to the byte (a fenced block with its fences); absent for page data. */
  readonly markdown?: string;
};

/** A block of a kind that the host has registered. */
export interface CustomBlock {
  readonly kind: 'custom';
  /** The kind's name, with a hyphen in it. */
  readonly name: string;
  /** The block's data without `kind`. */
  readonly data: Readonly<Record<string, Json>>;
}

/** Running text compiled from Markdown. */
export interface Prose {
  readonly kind: 'prose';
  /** Block-level HTML. Every element that opens in it closes in it. Untrusted: it reaches a document only through the sink or the server's sanitizer. */
  readonly html: string;
  /** Whether the author's own HTML is in it: HTML from Markdown syntax alone is safe as it is. */
  readonly rawHtml: boolean;
  /** Whether that has passed a sanitizer. */
  readonly sanitized?: boolean;
  /**
   * The Markdown it came from, to the byte (with `\n` for each line break); absent where there was none. That of a
   * section's first block begins with the section's heading.
   */
  readonly markdown?: string;
  /** Headings inside it that open no section (in quotes, lists and HTML containers), in document order. */
  readonly headings: readonly Heading[];
}

export interface Footnote {
  /** The author's label, without `[^` and `]`. */
  readonly label: string;
  /** Position in the page's list of notes, from 1. */
  readonly number: number;
  /** Block-level HTML of the note, without back links. */
  readonly html: string;
  readonly rawHtml: boolean;
  /** How many times the text refers to it: each reference gets a back link. */
  readonly references: number;
}
