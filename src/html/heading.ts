import { escapeHtml } from '../model/escape.js';
import { encodeFragment } from '../model/fragment.js';
import { fill, type Labels } from '../model/labels.js';
import { ENGLISH } from '../model/labels/en.js';
import type { HeadingLevel } from '../model/page.js';
import { CHROME_ATTRIBUTE, HEADING_CLASS, PERMALINK_CLASS } from '../model/names.js';

/** What a heading element is written from. */
interface HeadingSource {
  readonly id?: string | undefined;
  readonly text: string;
  readonly html: string;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

/** Attributes as text, each with a leading space. */
export function formatAttributes(attributes: Readonly<Record<string, string>>): string {
  let html = '';
  for (const [name, value] of Object.entries(attributes)) html += ` ${name}="${escapeHtml(value)}"`;
  return html;
}

/** A heading element; with its permalink beside it where it has an id and `permalink` asks for one. */
export function compileHeading(
  heading: HeadingSource,
  level: HeadingLevel,
  permalink: boolean,
  labels: Labels = ENGLISH,
): string {
  const id = heading.id ? ` id="${escapeHtml(heading.id)}"` : '';
  const element = `<h${level}${id}${heading.attributes ? formatAttributes(heading.attributes) : ''}>${heading.html}</h${level}>`;
  if (!permalink || !heading.id) return element;
  const label = fill(labels.permalink, { heading: heading.text });
  const href = `#${encodeFragment(heading.id)}`;
  return `<hgroup class="${HEADING_CLASS}">${element}<a class="${PERMALINK_CLASS}" ${CHROME_ATTRIBUTE} href="${escapeHtml(href)}" aria-label="${escapeHtml(label)}"></a></hgroup>`;
}
