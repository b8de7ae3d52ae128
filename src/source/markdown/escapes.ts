import { decodeReferences } from '../html/character-references.js';

const REFERENCE = /&(?:#(?:\d{1,7}|[Xx][\da-fA-F]{1,6})|[a-zA-Z][a-zA-Z\d]*);/g;
const ESCAPE_OR_REFERENCE = new RegExp(`\\\\([!-/:-@[-\`{-~])|${REFERENCE.source}`, 'g');

/** The characters that Markdown text means: backslash escapes and character references are resolved. */
export const decodeEscapes = (text: string): string =>
  text.includes('\\') || text.includes('&')
    ? text.replace(ESCAPE_OR_REFERENCE, (written, escaped?: string) => escaped ?? decodeReferences(written))
    : text;

/** `text` with its character references resolved, those without a semicolon left as they are. */
export const decodeReferencesStrictly = (text: string): string =>
  text.includes('&') ? text.replace(REFERENCE, (written) => decodeReferences(written)) : text;

const MARKUP = /[&<>"]/;
const MARKUP_OUTSIDE_REFERENCES = /[<>"]|&(?!(?:#(?:\d{1,7}|[Xx][\da-fA-F]{1,6})|[a-zA-Z][a-zA-Z\d]*);)/g;
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Markdown text as HTML: markup characters are escaped, the author's character references stay. */
export const escapeText = (text: string): string =>
  MARKUP.test(text)
    ? text.replace(MARKUP_OUTSIDE_REFERENCES, (character) => ESCAPED[character] ?? character)
    : text;
