import { isAllowedAttribute } from '../../model/allow-list.js';
import { escapeHtml } from '../../model/escape.js';
import { clampLevel, renderedLevel } from '../../model/outline.js';
import type { Footnote, HeadingLevel } from '../../model/page.js';
import type { Slugger } from '../../model/slug.js';
import type { HtmlReader } from '../html/reader.js';
import { readerOf } from '../html/reader-of.js';
import type { NamedHeading } from '../html/root-nodes.js';
import { identify, mayHoldHeading } from './headings.js';

/**
 * A note that can stand in a list of notes: every element of the author's closes in it, and its headings have an id
 * and stand below the heading of the notes.
 */
export function containNote(
  note: Footnote,
  slugger: Slugger,
  titleLevel: HeadingLevel,
  reader: HtmlReader | undefined,
): Footnote {
  return { ...note, html: containHeadings(note, slugger, titleLevel, clampLevel(titleLevel + 1), reader) };
}

/** HTML in which every element closes and no heading opens a section: each has an id and stands below `parent`. */
export function containHeadings(
  { html, rawHtml }: { readonly html: string; readonly rawHtml: boolean },
  slugger: Slugger,
  titleLevel: HeadingLevel,
  parent: HeadingLevel,
  reader: HtmlReader | undefined,
): string {
  if (!rawHtml && !mayHoldHeading(html)) return html;
  const levelOf = (level: HeadingLevel): HeadingLevel => renderedLevel(level, titleLevel, parent);
  const nodes = readerOf(reader).createNodes();
  nodes.feed(html);
  const pieces = nodes.take((heading) => ({
    id: identify(slugger, heading.text.trim(), heading.attributes['id']),
    level: levelOf(heading.level),
  }));
  return pieces
    .map((piece) =>
      piece.kind === 'prose' ? piece.html : compileHeading(piece.heading, levelOf(piece.heading.level)),
    )
    .join('');
}

function compileHeading({ id = '', attributes, html }: NamedHeading, level: HeadingLevel): string {
  const written = Object.entries({ ...attributes, id })
    .filter(([name]) => name === 'id' || isAllowedAttribute(`h${level}`, name))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  return `<h${level}${written.join('')}>${html}</h${level}>`;
}
