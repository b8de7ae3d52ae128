import { words } from './element-names.js';
import type { OpenElements } from './open-elements.js';
import { readTag } from './scan.js';
import type { StartTag, TreeElement } from './tree.js';
import { isForeign } from './tree.js';

const HTML_ONLY = words(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta ' +
    'nobr ol p pre ruby s small span strong strike sub sup table tt u ul var',
);
const MATH_TEXT = words('math/mi math/mo math/mn math/ms math/mtext');
const SVG_HTML = words('svg/foreignobject svg/desc svg/title');

function holdsHtml({ name, tag }: TreeElement): boolean {
  if (name !== 'math/annotation-xml') return SVG_HTML.has(name);
  return /^(text\/html|application\/xhtml\+xml)$/i.test(readTag(tag).get('encoding') ?? '');
}

/** Whether what comes next is SVG or MathML content: `name` is the start tag's, if it is one. */
export function isInForeign(open: OpenElements, name?: string): boolean {
  const { current } = open;
  if (!isForeign(current) || holdsHtml(current)) return false;
  if (MATH_TEXT.has(current.name)) return name === 'mglyph' || name === 'malignmark';
  return !(current.name === 'math/annotation-xml' && name === 'svg');
}

const hasFontAttribute = (tag: string): boolean => {
  const attributes = readTag(tag);
  return ['color', 'face', 'size'].some((name) => attributes.has(name));
};

/** Closes the SVG or MathML content around a tag that belongs to HTML only. */
function leave(open: OpenElements): void {
  while (isForeign(open.current) && !holdsHtml(open.current) && !MATH_TEXT.has(open.current.name))
    open.stack.pop();
}

/** Handles a start tag in SVG or MathML; whether it was of that content. */
export function startInForeign(open: OpenElements, tag: StartTag): boolean {
  if (HTML_ONLY.has(tag.name) || (tag.name === 'font' && hasFontAttribute(tag.tag))) {
    leave(open);
    return false;
  }
  const namespace = open.current.name.split('/', 1)[0] ?? '';
  open.insert({ ...tag, name: `${namespace}/${tag.name}` }, tag.selfClosing);
  return true;
}

/** Handles an end tag in SVG or MathML; whether it was of that content. */
export function endInForeign(open: OpenElements, name: string): boolean {
  if (name === 'br' || name === 'p') {
    leave(open);
    return false;
  }
  for (let depth = open.stack.length; --depth > 0;) {
    const element = open.stack[depth] ?? open.root;
    if (!isForeign(element)) return false;
    if (element.name.endsWith(`/${name}`)) {
      open.closeTo(depth);
      return true;
    }
  }
  return true;
}
