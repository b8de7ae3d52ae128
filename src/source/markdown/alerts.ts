import { CALLOUT_NAMES, calloutKind, calloutWord, type CalloutKind } from '../../model/callout.js';
import { escapeHtml } from '../../model/escape.js';
import type { Labels } from '../../model/labels.js';

/** The marker of an alert, as its quote begins. */
export interface AlertMarker {
  readonly kind: CalloutKind;
  /** The name of the kind where it is not one of GitHub's, to be the title. */
  readonly word: string | undefined;
  /** What stands on the marker's line as the title; that may be Markdown. */
  readonly title: string | undefined;
  readonly isCollapsible: boolean;
  readonly isOpen: boolean;
}

const GITHUB = /^ {0,3}>[ \t]?[ \t]{0,3}\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;
const EXTENDED = new RegExp(
  String.raw`^ {0,3}>[ \t]?[ \t]{0,3}\[!(${CALLOUT_NAMES})\]([+-]?)((?:[ \t][^\n]*)?)(?:\n([^\n]*)|$)`,
  'i',
);
/** A marker with what may stand right behind it. */
const MARKER = /^[ \t]*\[![a-z]+\][+-]?[ \t]*/i;

/** The kind of the alert that a quote is for GitHub: `[!KIND]` stands alone on its first line. */
export const alertKind = (quote: string): CalloutKind | undefined =>
  quote.includes('[!') ? (GITHUB.exec(quote)?.[1]?.toLowerCase() as CalloutKind | undefined) : undefined;

/**
 * The marker that a quote begins with as docfx and Obsidian have it too: of more names, with a sign for folding, with
 * text on the same line. Such text is a title where something else follows it, and else the beginning of the content.
 */
export function readAlertMarker(quote: string): AlertMarker | undefined {
  const match = quote.includes('[!') ? EXTENDED.exec(quote) : null;
  const [, name = '', sign = '', rest = '', next = ''] = match ?? [];
  const text = rest.trim();
  const kind = calloutKind(name);
  if (!kind) return undefined;
  const follows = next.replace(/^ {0,3}>[ \t]?/, '').trim();
  const isTitle =
    text !== '' && match?.[4] !== undefined && !/[.,;:]$/.test(text) && !/^\p{Ll}/u.test(follows);
  return {
    kind,
    word: calloutWord(name),
    title: isTitle ? text : undefined,
    isCollapsible: sign !== '',
    isOpen: sign !== '-',
  };
}

/** A paragraph's text without the marker, and without the rest of its line where that is the title; nothing where nothing is left. */
export function withoutMarker(text: string, hasTitle: boolean): string | undefined {
  const marker = MARKER.exec(text)?.[0].length ?? 0;
  const line = text.indexOf('\n');
  const isAlone = line === marker || marker === text.length;
  if (!hasTitle && !isAlone) return text.slice(marker);
  return line === -1 ? undefined : text.slice(line + 1);
}

/** What an alert says beside its content. */
export interface AlertHead {
  readonly kind: CalloutKind;
  /** HTML of the author's title; empty for none at all, `undefined` for the name of the kind. */
  readonly title?: string | undefined;
  readonly word?: string | undefined;
  readonly isCollapsible?: boolean;
  readonly isOpen?: boolean;
}

/**
 * An alert with GitHub's classes; one that folds is a `details`. Not GitHub's `div`: the reading modes of browsers drop
 * a `div` with few words of its own beside its links. `content` is HTML; a title of ours is marked as such. */
export function compileAlert(head: AlertHead, content: string, { alerts }: Labels): string {
  const { kind, title, word, isCollapsible = false, isOpen = false } = head;
  const [tag, titleTag] = isCollapsible ? ['details', 'summary'] : ['section', 'p'];
  const chrome = title === undefined ? ' data-doc-chrome' : '';
  const text = title ?? escapeHtml(word ?? alerts[kind]);
  const heading =
    text === '' && !isCollapsible
      ? ''
      : `<${titleTag} class="markdown-alert-title"${chrome}>${text || escapeHtml(alerts[kind])}</${titleTag}>`;
  const open = isCollapsible && isOpen ? ' open=""' : '';
  return `<${tag} class="markdown-alert markdown-alert-${kind}"${open}>${heading}\n${content}</${tag}>\n`;
}
