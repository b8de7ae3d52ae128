import type { Found } from './load-error.js';

/** What a source's text is; or what it is instead. */
export type ContentKind = { readonly kind: 'markdown' | 'json' } | { readonly found: Found };

const MARKDOWN: ContentKind = { kind: 'markdown' };
const JSON_DATA: ContentKind = { kind: 'json' };
const HTML: ContentKind = { found: 'html' };

/** Types that servers give to files they know nothing about. */
const VAGUE = new Set(['', 'text/plain', 'application/octet-stream', 'binary/octet-stream']);

/** Families of types that are named as such. */
const FAMILIES = ['image', 'audio', 'video', 'font'] as const;

/** How files begin that are no text, as Latin-1. */
const SIGNATURES: readonly (readonly [start: string, found: Found])[] = [
  ['%PDF-', 'pdf'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['PK\x03\x04', 'zip'],
  ['\x1f\x8b', 'compressed'],
];

const typeOf = (contentType: string): string => contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** What a content type says the file is, where that is nothing we read; `undefined` where the file itself must tell. */
export function refusedType(contentType: string): Found | undefined {
  const type = typeOf(contentType);
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  if (type === 'application/pdf') return 'pdf';
  const family = type.split('/', 1)[0];
  return FAMILIES.find((name) => name === family);
}

/** Judges by type, beginning and name of the file; its URL is the one it came from in the end. */
export function kindOfStart(bytes: Uint8Array, contentType: string, { pathname }: URL): ContentKind {
  const type = typeOf(contentType);
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  for (const [signature, found] of SIGNATURES) if (start.startsWith(signature)) return { found };
  // Markdown never begins with a doctype; servers that answer every address with their start page send one.
  if (DOCTYPE.test(withoutZeros(start))) return HTML;
  if (/^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(type)) return JSON_DATA;
  if (/[/+.-](?:markdown|md)$/.test(type)) return MARKDOWN;
  if (DOCUMENT_TAG.test(withoutZeros(start))) return HTML;
  // Old tables of types know `.md` as something else; what looks like text is text.
  if (!VAGUE.has(type) && !type.startsWith('text/') && CONTROLS.test(start)) return { found: type as Found };
  return /\.json$/i.test(pathname) ? JSON_DATA : MARKDOWN;
}

/** In UTF-16 every other byte of a tag is zero. */
const withoutZeros = (start: string): string => start.replaceAll('\0', '');

/** What may stand before the first tag of an HTML document, in Latin-1: byte order marks, space, comments. */
const BEFORE = String.raw`^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<!--(?:(?!-->)[^])*-->|<\?xml[^>]*>)*`;
const DOCTYPE = new RegExp(String.raw`${BEFORE}<!doctype\s+html`, 'i');
const DOCUMENT_TAG = new RegExp(String.raw`${BEFORE}<(?:html|head|body)[\s>]`, 'i');

// eslint-disable-next-line no-control-regex -- control characters are what tells a binary file
const CONTROLS = /[\0-\x08\x0e-\x1a]/;
