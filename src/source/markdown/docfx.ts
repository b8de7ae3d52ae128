import { decodePart } from '../../model/percent.js';
import { pictureTokens, readAttributes } from './shortcode-attributes.js';
import type { Token } from 'marked';

/** docfx's inline constructs in brackets: `[!INCLUDE [name](path)]`, `[!code-js[name](path)]`, `[!VIDEO url]`. */
const BRACKETED =
  /^\[!(?:(?:INCLUDE|code(?:-[\w+#-]*)?)[ \t]*\[([^\]\n]{0,300})\]\(([^)\s]{0,500})[^)\n]{0,300}\)[ \t]*|VIDEO[ \t]+([^\]\s]{1,500})[ \t]*)\]/i;
/** An instruction about the block it stands in. */
const INSTRUCTION = /^\[!(?:div|TAB|SELECTOR)\b[^\]\n]{0,300}\]/i;
const IMAGE = /^ {0,3}:::[ \t]*image[ \t]([^\n]*?):::[ \t]*(?=\n|$)/;
const MARKER = /^ {0,3}:::[ \t]*(?:row|column|zone|moniker|image)(?:-end)?\b[^\n]*/;

/** A construct that leads somewhere. */
export interface DocfxLink {
  readonly written: string;
  readonly text: string;
  readonly href: string;
}

/** The construct that `src` begins with. */
export function readDocfxLink(src: string): DocfxLink | undefined {
  const match = BRACKETED.exec(src);
  if (!match) return undefined;
  const [written, name, path = '', video] = match;
  const href = video ?? path;
  return { written, text: name || href, href };
}

export const readDocfxInstruction = (src: string): string | undefined => INSTRUCTION.exec(src)?.[0];

/** A picture that is a block: `:::image source="…" alt-text="…":::`. */
export function readDocfxImage(src: string): { readonly raw: string; readonly tokens: Token[] } | undefined {
  const match = IMAGE.exec(src);
  if (!match) return undefined;
  const attributes = readAttributes(match[1] ?? '');
  const source = attributes.get('source');
  return source === undefined
    ? undefined
    : { raw: match[0], tokens: pictureTokens(match[0], source, attributes.get('alt-text') ?? '', '') };
}

/** A line that only arranges what stands around it. */
export const readDocfxMarker = (src: string): string | undefined => MARKER.exec(src)?.[0];

/** The name of the thing that `xref:uid` refers to: its uid, readable. */
export function xrefText(reference: string): string {
  return decodePart(reference.slice('xref:'.length).replace(/\?.*/s, '').replace(/\*$/, ''));
}
