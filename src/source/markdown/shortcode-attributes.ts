import type { Tokens } from 'marked';
import { escapeText } from './escapes.js';
import { textToken } from './tokens.js';

const ATTRIBUTE = /(?<![\w-])([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g;

/** `name="value"` pairs as shortcodes and docfx's blocks have them; names in lower case. */
export function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE))
    attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
  return attributes;
}

/** The picture that `src`, `alt` and `caption` describe, with its caption on a line of its own. */
export function pictureTokens(
  raw: string,
  src: string,
  alt: string,
  caption: string,
): Tokens.Paragraph['tokens'] {
  const text = escapeText(alt || caption);
  const image: Tokens.Image = { type: 'image', raw, href: src, title: null, text, tokens: [textToken(text)] };
  return caption ? [image, { type: 'br', raw: '' }, textToken(escapeText(caption))] : [image];
}
