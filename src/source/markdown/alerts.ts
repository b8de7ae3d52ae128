import { escapeHtml } from '../../model/escape.js';
import type { Labels } from '../../model/labels.js';
import type { AlertKind } from './tokens.js';

const MARKER = /^ {0,3}>[ \t]?[ \t]{0,3}\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/** The kind of the alert that a quote is: `[!KIND]` stands alone on its first line. */
export const alertKind = (quote: string): AlertKind | undefined =>
  quote.includes('[!') ? (MARKER.exec(quote)?.[1]?.toLowerCase() as AlertKind | undefined) : undefined;

/** A paragraph's text without its first line, the marker; nothing where the marker is all of it. */
export function withoutMarker(text: string): string | undefined {
  const end = text.indexOf('\n');
  return end === -1 ? undefined : text.slice(end + 1);
}

/** An alert as GitHub writes it. `content` is HTML; the title is ours, and marked as such. */
export const compileAlert = (kind: AlertKind, content: string, { alerts }: Labels): string =>
  `<div class="markdown-alert markdown-alert-${kind}">` +
  `<p class="markdown-alert-title" data-doc-chrome>${escapeHtml(alerts[kind])}</p>\n${content}</div>\n`;
