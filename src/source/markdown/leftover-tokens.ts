import type { Token, Tokens } from 'marked';
import { idOf, readAttributeLine, readContentsList, readSpanAttributes } from './attribute-lists.js';
import { readDocfxImage, readDocfxInstruction, readDocfxLink, readDocfxMarker } from './docfx.js';
import type { Ends } from './ends.js';
import { readModuleLines } from './modules.js';
import { pictureTokens, readAttributes } from './shortcode-attributes.js';
import {
  COMMENT_END,
  leftover,
  readTemplate,
  resolveTemplate,
  type Template,
  type Variables,
} from './templates.js';
import { hiddenBlock, inlineToken, textToken, type InlineLeftover, type Leftover } from './tokens.js';

const COMMENT = /^ *\{%-?\s*comment\s*-?%\}/;
const HIGHLIGHT =
  /^ {0,3}(?:\{%-?\s*highlight\s+([\w+#.-]+)(?![\w+#.-])[^%\n]*%\}|\{\{[<%]\s*highlight\s+["']?([\w+#.-]+)(?![\w+#.-])[^\n]*?[>%]\}\})[ \t]*\n?/;
const HIGHLIGHT_END = /(?:\{%-?\s*endhighlight\s*-?%\}|\{\{[<%]\s*\/\s*highlight\s*[>%]\}\})/g;
const FIGURE = /^figure\s/;
/** The place for a table of contents in Python-Markdown, markdown-it, GitLab: a paragraph of its own. */
const CONTENTS_MARK = /^ {0,3}\[(?:toc|\[_?toc_?\])\][ \t]*(?=\n[ \t]*\n|\n?$)/i;

/** What may stand at the start of a line that a paragraph must not take in: `RegExp` source. */
export const BLOCK_START = String.raw` {0,3}(?:\{%-?\s*(?:highlight|comment)\b|\{\{[<%]\s*(?:highlight|figure)\s|\{:[^}\n]*\}[ \t]*(?:\n|$)|:::[ \t]*(?:row|column|zone|moniker|image)\b)`;

const found = (code: Leftover['code'], written: string, effect: Leftover['effect']): Leftover => ({
  code,
  written,
  effect,
});

/**
 * Reads the block that a site generator would have made out of the start of `src`. `last` is the block right before,
 * `depth` how many containers it stands in, `ends` the ends in the text of which `src` is the rest.
 */
export function readLeftoverBlock(
  src: string,
  last: Token | undefined,
  variables: Variables,
  depth: number,
  ends: Ends,
): Token | undefined {
  const first = /^(?: {0,3}([{[:*+\-\d])|(?:im|ex)port[ \t])/.exec(src);
  if (!first) return undefined;
  const [, sign] = first;
  if (sign === undefined) return depth === 0 ? hide('template-leftover', readModuleLines(src)) : undefined;
  if (sign === ':') return readDocfxBlock(src);
  if (sign === '[') return hide('template-leftover', CONTENTS_MARK.exec(src)?.[0]);
  if (sign !== '{') return hide('kramdown-attributes', readContentsList(src));
  return (
    readComment(src, ends) ??
    readHighlight(src, ends) ??
    readAttributesBlock(src, last) ??
    readTemplateLine(src, variables)
  );
}

const hide = (code: Leftover['code'], raw: string | undefined): Token | undefined =>
  raw === undefined ? undefined : { ...hiddenBlock(raw), leftovers: [found(code, raw, 'hidden')] };

function readDocfxBlock(src: string): Token | undefined {
  const image = readDocfxImage(src);
  if (image) {
    const leftovers = [found('template-leftover', image.raw, 'resolved')];
    return { type: 'paragraph', raw: image.raw, text: '', tokens: image.tokens, leftovers };
  }
  return hide('template-leftover', readDocfxMarker(src));
}

/** The comment that `src` begins with, to its end. */
function commentAt(src: string, ends: Ends): string | undefined {
  const start = COMMENT.exec(src)?.[0];
  const end = start === undefined ? undefined : ends.find(COMMENT_END, src, start.length);
  return end && src.slice(0, end.index + end[0].length);
}

const readComment = (src: string, ends: Ends): Token | undefined =>
  hide('template-leftover', commentAt(src, ends));

function readHighlight(src: string, ends: Ends): Token | undefined {
  const start = HIGHLIGHT.exec(src);
  const end = start && ends.find(HIGHLIGHT_END, src, start[0].length);
  if (!end) return undefined;
  return {
    type: 'code',
    raw: src.slice(0, end.index + end[0].length),
    lang: start[1] ?? start[2] ?? '',
    text: src.slice(start[0].length, end.index).replace(/(?<![ \t])[ \t]+$/, ''),
    leftovers: [found('template-leftover', start[0].trim(), 'resolved')],
  };
}

function readAttributesBlock(src: string, last: Token | undefined): Token | undefined {
  const raw = readAttributeLine(src);
  if (raw === undefined) return undefined;
  const id = last?.type === 'heading' ? idOf(raw) : undefined;
  if (last && id !== undefined) Object.assign(last, { id });
  return {
    ...hiddenBlock(raw),
    leftovers: [found('kramdown-attributes', raw, id === undefined ? 'hidden' : 'resolved')],
  };
}

/** A line of templates that show nothing, or of one figure. */
function readTemplateLine(src: string, variables: Variables): Token | undefined {
  const leftovers: Leftover[] = [];
  let at = src.search(/[^ ]/);
  for (let template = readTemplate(src, at); template; template = readTemplate(src, at)) {
    const end = at + template.written.length;
    const isLast = /^[ \t]*(?:\n|$)/.test(src.slice(end, end + 80));
    if (template.kind === 'shortcode' && FIGURE.test(template.content)) {
      if (leftovers.length > 0 || !isLast) return undefined;
      const raw = src.slice(0, end);
      return {
        type: 'paragraph',
        raw,
        text: '',
        tokens: figure(template),
        leftovers: [leftover(template, 'figure')],
      };
    }
    const value = resolveTemplate(template, variables);
    if (value !== '') return undefined;
    leftovers.push(leftover(template, value));
    at = end;
    if (isLast) return { ...hiddenBlock(src.slice(0, at)), leftovers };
    while (src[at] === ' ') at++;
  }
  return undefined;
}

function figure({ content, written }: Template): Token[] {
  const attributes = readAttributes(content);
  const caption = attributes.get('caption') ?? attributes.get('title') ?? '';
  return pictureTokens(written, attributes.get('src') ?? '', attributes.get('alt') ?? '', caption);
}

/**
 * Reads what a site generator would have replaced at the start of `src`. `last` is the token right before, `ends` the ends in the
 * text of which `src` is the rest.
 */
export function readLeftoverSpan(
  src: string,
  last: Token | undefined,
  variables: Variables,
  ends: Ends,
): Token | undefined {
  if (src.startsWith('[!')) return readDocfxSpan(src);
  if (!src.startsWith('{')) return undefined;
  const comment = commentAt(src, ends);
  if (comment !== undefined) return shown(comment, '', found('template-leftover', comment, 'hidden'));
  const template = readTemplate(src, 0);
  if (!template) return readSpanList(src, last);
  if (template.kind === 'shortcode' && FIGURE.test(template.content)) {
    const [image = textToken(template.written)] = figure(template);
    return { ...image, leftovers: [leftover(template, 'figure')] };
  }
  const value = resolveTemplate(template, variables);
  return shown(template.written, value ?? template.written, leftover(template, value));
}

function readDocfxSpan(src: string): Token | undefined {
  const instruction = readDocfxInstruction(src);
  if (instruction !== undefined)
    return shown(instruction, '', found('template-leftover', instruction, 'hidden'));
  const link = readDocfxLink(src);
  if (!link) return undefined;
  const token: Tokens.Link = {
    type: 'link',
    raw: link.written,
    href: link.href,
    title: null,
    text: link.text,
    tokens: [textToken(link.text)],
  };
  return { ...token, leftovers: [found('template-leftover', link.written, 'resolved')] };
}

function readSpanList(src: string, last: Token | undefined): Token | undefined {
  const afterElement =
    last !== undefined && last.type !== 'text' && last.type !== 'escape' && last.type !== 'br';
  const raw = readSpanAttributes(src, afterElement);
  return raw === undefined ? undefined : shown(raw, '', found('kramdown-attributes', raw, 'hidden'));
}

const shown = (raw: string, plain: string, leftover: Leftover): InlineLeftover => ({
  ...inlineToken(raw),
  plain,
  leftovers: [leftover],
});
