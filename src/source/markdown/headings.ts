import { isAllowedAttribute } from '../../model/allow-list.js';
import { escapeHtml } from '../../model/escape.js';
import type { Heading } from '../../model/page.js';
import type { Slugger } from '../../model/slug.js';
import type { HtmlReader } from '../html/reader.js';
import type { NamedHeading } from '../html/root-nodes.js';
import type { HeadingPiece } from './pieces.js';

/** Whether a heading may be in HTML. */
export const mayHoldHeading = (html: string): boolean => /<h[1-6][\s>]/i.test(html);

/** A heading under construction. */
export type NewHeading = { -readonly [Key in keyof Heading]: Heading[Key] };

/** The id of a heading: the author's own, or the slug. One without a letter or digit gets a general name. */
export function identify(slugger: Slugger, text: string, id: string | undefined): string {
  if (id) slugger.reserve(id);
  return id || slugger.slug(text) || slugger.slug('section');
}

/** A heading as HTML with the author's own id: what the page's is, is known when all before it is read. */
export const headingElement = ({ level, id, html }: HeadingPiece): string =>
  `<h${level}${id === undefined ? '' : ` id="${escapeHtml(id)}"`}>${html}</h${level}>\n`;

/** A heading's text as people read it, on one line; where it has none, it is known by its pictures. */
export const headingLabel = (text: string, html: string, reader: HtmlReader | undefined): string =>
  text.trim().replace(/[ \t\n\f\r]+/g, ' ') || (reader?.imageText(html) ?? '');

/** A heading found in HTML as the model has it. */
export function readHeading(
  { level, text, html, id = '', attributes }: NamedHeading,
  reader: HtmlReader | undefined,
): NewHeading {
  const heading: NewHeading = { id, level, text: headingLabel(text, html, reader), html: html.trim() };
  const others = Object.entries(attributes).filter(
    ([name]) => name !== 'id' && isAllowedAttribute(`h${level}`, name),
  );
  if (others.length > 0) heading.attributes = Object.fromEntries(others);
  return heading;
}
