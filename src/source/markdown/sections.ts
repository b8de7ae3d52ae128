import { escapeHtml } from '../../model/escape.js';
import { renderedLevel } from '../../model/outline.js';
import type { Heading, HeadingLevel, Prose, Section, Title } from '../../model/page.js';
import type { Slugger } from '../../model/slug.js';
import { OpenElements, type HeadingRange } from '../html/open-elements.js';
import { imageText, textContent } from '../html/text-content.js';

/** A root-level piece of a body: a heading of Markdown, or HTML compiled from any other block. */
export type Piece = HeadingPiece | HtmlPiece;

interface HeadingPiece {
  readonly kind: 'heading';
  readonly level: HeadingLevel;
  readonly html: string;
  readonly text: string;
  /** The author's own id, such as kramdown's `{#id}`. */
  readonly id?: string | undefined;
  readonly rawHtml: boolean;
  /** The Markdown it came from, to the byte. */
  readonly markdown: string;
}

interface HtmlPiece {
  readonly kind: 'html';
  readonly html: string;
  /** Whether the author's own HTML is in it. */
  readonly rawHtml: boolean;
  /** Whether a heading may be in it. */
  readonly headings: boolean;
  readonly markdown: string;
}

export interface CutOptions {
  /** One state for the whole page. */
  readonly slugger: Slugger;
  readonly titleLevel: HeadingLevel;
  /** Rendered level of the heading that the body stands under. */
  readonly parent: HeadingLevel;
  /** Whether the first heading, if its level is 1, is the page's title: a predicate on its text. */
  readonly isTitle: (text: string) => boolean;
  /** Whether an `h1` inside the author's HTML can be the title. */
  readonly titleInContent: boolean;
  /** 1-based line at which the body starts; `undefined` where lines say nothing. */
  readonly line?: number | undefined;
}

/** A body in its parts: what stands before the title, the title, what stands before the first section, the sections. */
export interface Body {
  readonly title: Title | undefined;
  readonly preamble: readonly Prose[];
  readonly lead: readonly Prose[];
  readonly sections: readonly Section[];
  /** Names of the elements that were never closed, outermost first. */
  readonly unclosed: readonly string[];
}

/** Prose under construction. */
interface Draft {
  html: string;
  markdown: string;
  rawHtml: boolean;
  readonly headings: Heading[];
}

interface OpenSection {
  readonly heading: Heading;
  /** The level it renders at. */
  readonly rendered: HeadingLevel;
  readonly draft: Draft;
  readonly sections: Section[];
}

const newDraft = (markdown = ''): Draft => ({ html: '', markdown, rawHtml: false, headings: [] });

const finishDraft = ({ html, markdown, rawHtml, headings }: Draft | undefined = newDraft()): Prose[] =>
  html || markdown ? [{ kind: 'prose', html, rawHtml, markdown, headings }] : [];

/**
 * Cuts a body into sections at its root-level headings. The result is what one gets by parsing the whole body
 * as HTML and moving its root-level nodes: a heading inside an open element, be it a quote or the author's own
 * `<div>`, opens no section, and a heading the author wrote in HTML does when it stands at the root.
 */
export function cutSections(pieces: Iterable<Piece>, options: CutOptions): Body {
  const cutter = new Cutter(options);
  for (const piece of pieces) cutter.add(piece);
  return cutter.finish();
}

class Cutter {
  readonly #options: CutOptions;
  readonly #open = new OpenElements();
  readonly #sections: Section[] = [];
  readonly #stack: OpenSection[] = [];
  #title: Title | undefined;
  #preamble: Draft | undefined;
  #lead = newDraft();
  /** Where prose goes: into the innermost open section, or into the lead. */
  #draft = this.#lead;
  #line: number | undefined;
  #beforeFirstHeading = true;

  constructor(options: CutOptions) {
    this.#options = options;
    this.#line = options.line;
  }

  add(piece: Piece): void {
    if (piece.kind === 'heading') this.#addHeading(piece);
    else this.#addHtml(piece);
    if (this.#line !== undefined) this.#line += countLines(piece.markdown);
  }

  finish(): Body {
    this.#closeSections(0);
    return {
      title: this.#title,
      preamble: finishDraft(this.#preamble),
      lead: finishDraft(this.#lead),
      sections: this.#sections,
      unclosed: this.#open.unclosed,
    };
  }

  #addHeading({ level, html, text, id, rawHtml, markdown }: HeadingPiece): void {
    const own = id === undefined ? '' : ` id="${escapeHtml(id)}"`;
    const element = `<h${level}${own}>${html}</h${level}>`;
    if (this.#open.clean && !rawHtml) this.#startSection({ level, html, text, ...this.#identify(text, id) }, markdown);
    else this.#addHtml({ kind: 'html', html: element, rawHtml, headings: true, markdown });
  }

  #addHtml({ html, rawHtml, headings, markdown }: HtmlPiece): void {
    let from = 0;
    let source = markdown;
    const ranges = rawHtml || headings || !this.#open.clean ? this.#open.feed(html) : [];
    for (const range of ranges) {
      this.#append(html.slice(from, range.start), rawHtml);
      if (range.root) {
        this.#startSection(this.#rootHeading(html, range, rawHtml), source);
        // A block that holds several headings is one piece of Markdown: the first section in it keeps the whole.
        source = '';
      } else this.#append(this.#containedHeading(html, range, rawHtml), rawHtml);
      from = range.end;
    }
    this.#append(from === 0 ? html : html.slice(from), rawHtml);
    this.#draft.markdown += source;
  }

  #append(html: string, rawHtml: boolean): void {
    this.#draft.html += html;
    if (rawHtml) this.#draft.rawHtml = true;
  }

  /** Id and line of a heading. One without a letter or digit has no slug, and gets a general name. */
  #identify(text: string, id: string | undefined): Pick<Heading, 'id' | 'line'> {
    const { slugger } = this.#options;
    if (id !== undefined) slugger.reserve(id);
    const line = this.#line === undefined ? {} : { line: this.#line };
    return { id: id ?? (slugger.slug(text) || slugger.slug('section')), ...line };
  }

  #startSection(heading: Heading, markdown: string): void {
    const { titleLevel, parent, isTitle } = this.#options;
    const first = this.#beforeFirstHeading;
    this.#beforeFirstHeading = false;
    if (first && heading.level === 1 && !this.#title && isTitle(heading.text)) {
      this.#title = { ...heading, inContent: false };
      this.#preamble = this.#lead;
      this.#draft = this.#lead = newDraft(markdown);
      return;
    }
    this.#closeSections(heading.level);
    const rendered = renderedLevel(heading.level, titleLevel, this.#stack.at(-1)?.rendered ?? parent);
    this.#draft = newDraft(markdown);
    this.#stack.push({ heading, rendered, draft: this.#draft, sections: [] });
  }

  /** Closes the open sections that a heading of this level ends. */
  #closeSections(level: number): void {
    for (let top = this.#stack.at(-1); top && top.heading.level >= level; top = this.#stack.at(-1)) {
      this.#stack.pop();
      const { heading, draft, sections } = top;
      (this.#stack.at(-1)?.sections ?? this.#sections).push({ heading, blocks: finishDraft(draft), sections });
    }
  }

  /** A heading the author wrote in HTML, at the root. */
  #rootHeading(html: string, range: HeadingRange, rawHtml: boolean): Heading {
    const content = html.slice(range.contentStart, range.contentEnd).trim();
    const text = headingText(content);
    const { id, ...attributes } = range.attributes;
    const own = Object.keys(attributes).length > 0 ? { attributes } : {};
    return { level: range.level, html: content, text: text.label, ...this.#identify(text.slug, id), rawHtml, ...own };
  }

  /** A heading inside another element: it stays where it is, and gets its id and the level it renders at. */
  #containedHeading(html: string, range: HeadingRange, rawHtml: boolean): string {
    const { titleLevel, parent, titleInContent } = this.#options;
    const content = html.slice(range.contentStart, range.contentEnd);
    const text = headingText(content);
    const heading = {
      level: range.level,
      html: content.trim(),
      text: text.label,
      ...this.#identify(text.slug, range.attributes['id']),
    };
    const isTitle =
      titleInContent && this.#beforeFirstHeading && !this.#title && range.level === 1 && text.label !== '';
    if (isTitle) this.#title = { ...heading, rawHtml, inContent: true };
    else this.#draft.headings.push(heading);
    const level = isTitle
      ? titleLevel
      : renderedLevel(range.level, titleLevel, this.#stack.at(-1)?.rendered ?? parent);
    const id = range.attributes['id'] === undefined ? ` id="${escapeHtml(heading.id)}"` : '';
    const attributes = html.slice(range.start + '<h1'.length, range.contentStart);
    const end = range.contentEnd < range.end ? `</h${level}>` : '';
    return `<h${level}${id}${attributes}${content}${end}`;
  }
}

/** A heading's text for its slug, and for people, who may know a heading by its picture. */
function headingText(html: string): { slug: string; label: string } {
  const slug = textContent(html).trim();
  return { slug, label: slug || imageText(html) };
}

function countLines(text: string): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) count++;
  return count;
}
