import { escapeHtml } from '../model/escape.js';
import { letterIn } from './math-letters.js';

/** An element of MathML, or text. */
export type MathNode = MathElement | string;

export interface MathElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly MathNode[];
}

/** MathML that only shows. No links, no scripts of `maction`, no HTML inside: `annotation` holds text. */
const ELEMENTS = new Set(
  (
    'math semantics annotation merror menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot ' +
    'mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none'
  ).split(' '),
);

/** No `style`, which strict policies forbid, no `class` and no URL. */
const ATTRIBUTES = new Set(
  (
    'accent accentunder columnalign columnlines columnspacing columnspan depth display displaystyle encoding fence ' +
    'form height largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize ' +
    'movablelimits notation rowlines rowspacing rowspan rspace scriptlevel separator stretchy symmetric voffset width'
  ).split(' '),
);

/** A tag with its attributes, as KaTeX writes it: names in lower case, values in double quotes. */
const TAG = /<(\/?)([a-z]+)((?: [a-zA-Z:]+="[^"<>]*")*)(\/?)>/g;
const ATTRIBUTE = / ([a-zA-Z:]+)="([^"]*)"/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
};

const decode = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#x27|#39);/g, (entity) => ENTITIES[entity] ?? entity);

/**
 * Reads the MathML that KaTeX writes, as far as it is what may be shown: other elements are replaced by their content,
 * other attributes left out. Letters in a style of their own become the characters that Unicode has for them, because
 * browsers know no other way any more.
 */
export function readMathml(text: string): MathElement | undefined {
  const root: { name: string; attributes: Map<string, string>; children: MathNode[] } = open('', '');
  const stack = [root];
  let at = 0;
  for (const match of text.matchAll(TAG)) {
    const [tag, slash, name = '', attributes = '', isEmpty] = match;
    addText(stack.at(-1) ?? root, text.slice(at, match.index));
    at = match.index + tag.length;
    if (!ELEMENTS.has(name)) continue;
    if (slash) {
      const done = stack.length > 1 ? stack.pop() : undefined;
      if (done) stack.at(-1)?.children.push(styleLetters(done));
    } else if (isEmpty) stack.at(-1)?.children.push(open(name, attributes));
    else stack.push(open(name, attributes));
  }
  return root.children.find((node): node is MathElement => typeof node !== 'string' && node.name === 'math');
}

function open(name: string, written: string) {
  const attributes = new Map<string, string>();
  for (const [, attribute = '', value = ''] of written.matchAll(ATTRIBUTE))
    if (ATTRIBUTES.has(attribute)) attributes.set(attribute, decode(value));
  return { name, attributes, children: [] as MathNode[] };
}

function addText({ children }: { children: MathNode[] }, text: string): void {
  if (text !== '') children.push(decode(text));
}

function styleLetters(element: MathElement): MathElement {
  const variant = element.attributes.get('mathvariant');
  if (variant === undefined || variant === 'normal') return element;
  const attributes = new Map(element.attributes);
  attributes.delete('mathvariant');
  // One letter alone is set in italics, unless it says that it is not to be.
  if (element.name === 'mi') attributes.set('mathvariant', 'normal');
  const children = element.children.map((child) =>
    typeof child === 'string' ? [...child].map((letter) => letterIn(letter, variant)).join('') : child,
  );
  return { ...element, attributes, children };
}

/** MathML as the text of HTML. */
export function writeMathml({ name, attributes, children }: MathElement): string {
  let tag = name;
  for (const [attribute, value] of attributes) tag += ` ${attribute}="${escapeHtml(value)}"`;
  const content = children.map((child) =>
    typeof child === 'string' ? escapeHtml(child) : writeMathml(child),
  );
  return `<${tag}>${content.join('')}</${name}>`;
}
