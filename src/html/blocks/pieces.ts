import { escapeHtml } from '../../model/escape.js';
import { formatDate, formatNumber } from '../../model/format.js';
import type { BlockLabels, Labels } from '../../model/labels.js';
import type { Address, RichText } from '../../model/schema.js';
import { ITEM_CLASS } from '../../model/names.js';

/*
 * What blocks are written from. Each piece that holds a field's value has the class `doc-` and the field's name, and
 * shows the value itself or has it in `datetime`, `value` or `href`: so a block can be read back from its HTML, also
 * one that an author wrote.
 */

/** What writing a block needs beside its data. */
export class BlockWriter {
  /** Whether the author's own HTML was written. */
  rawHtml = false;

  /** Words in blocks. */
  readonly labels: BlockLabels;

  constructor(
    /** What dates and numbers go by. */
    readonly lang: string,
    /** Whether pictures are loaded. */
    readonly pictures: boolean,
    readonly words: Labels,
  ) {
    this.labels = words.blocks;
  }

  /** Markdown that was compiled. */
  rich(field: string, text: RichText | undefined): string {
    if (!text) return '';
    this.rawHtml ||= text.rawHtml;
    return `<div class="${fieldClass(field)}">${text.html}</div>`;
  }

  /** A date; empty without one. */
  time(field: string, date: string | undefined): string {
    if (date === undefined) return '';
    return `<time class="${fieldClass(field)}" datetime="${escapeHtml(date)}">${escapeHtml(formatDate(date, this.lang))}</time>`;
  }

  number(field: string, value: number | undefined): string {
    return value === undefined ? '' : datum(field, String(value), formatNumber(value, this.lang));
  }

  /** From one day to another, or since or until one. */
  period(
    from: string | undefined,
    to: string | undefined,
    fields: [string, string] = ['from', 'to'],
  ): string {
    const start = this.time(fields[0], from);
    const end = this.time(fields[1], to);
    if (start && end) return from === to ? start + end.replace(/>[^<>]*</, '><') : `${start} – ${end}`;
    if (start) return say(this.labels.since, { date: start });
    return end && say(this.labels.until, { date: end });
  }
}

/** The class of what holds a field's value: `movedTo` is `doc-moved-to`. */
export const fieldClass = (field: string): string =>
  `doc-${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** A label with HTML in the places of its names. */
export const say = (label: string, values: Readonly<Record<string, string>>): string =>
  escapeHtml(label).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** Plain text. */
export const plain = (field: string, text: string | undefined, tag = 'span'): string =>
  text === undefined ? '' : `<${tag} class="${fieldClass(field)}">${escapeHtml(text)}</${tag}>`;

/** A value that shows as something else, or not at all. */
export const datum = (field: string, value: string | undefined, shown: string): string =>
  value === undefined
    ? ''
    : `<data class="${fieldClass(field)}" value="${escapeHtml(value)}">${escapeHtml(shown)}</data>`;

/** A link whose words are no field. */
export const link = (field: string, address: Address | undefined, words: string): string =>
  address
    ? `<a class="${fieldClass(field)}" href="${escapeHtml(address.href)}">${escapeHtml(words)}</a>`
    : '';

/** A name, as a link where there is an address. */
export function named(field: string, name: string, url: Address | undefined, attributes = ''): string {
  const label = fieldClass(field);
  return url
    ? `<a class="${label} doc-url" href="${escapeHtml(url.href)}"${attributes}>${escapeHtml(name)}</a>`
    : `<span class="${label}">${escapeHtml(name)}</span>`;
}

/** Items as a list. */
export function listOf<Item>(
  field: string,
  items: readonly Item[] | undefined,
  write: (item: Item) => string,
  tag: 'ul' | 'ol' = 'ul',
): string {
  if (!items || items.length === 0) return '';
  const list = items.map((item) => `<li class="${ITEM_CLASS}">${write(item)}</li>`).join('');
  return `<${tag} class="${fieldClass(field)}">${list}</${tag}>`;
}

/** Links in a list. */
export const references = (
  field: string,
  links: readonly { readonly title: string; readonly url: Address }[] | undefined,
): string => listOf(field, links, ({ title, url }) => named('title', title, url));

/** Short facts in one line; empty ones are left out. */
export function facts(...pieces: readonly string[]): string {
  const shown = pieces.filter((piece) => piece !== '');
  return shown.length === 0 ? '' : `<p class="doc-facts">${shown.join(' · ')}</p>`;
}
