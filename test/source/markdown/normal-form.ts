import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isSafeUrl } from '../../../src/model/url.js';

/*
 * HTML as a list of what it says, one line for each tag, text and piece of code, in document order. Two outputs have
 * the same list when a reader gets the same text, headings, links, images, code, tables, lists and notes from both.
 */

const isElement = (node: Tree.ChildNode): node is Tree.Element => 'tagName' in node;

const attributeOf = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

const classOf = (element: Tree.Element): string => attributeOf(element, 'class') ?? '';

const firstElement = (element: Tree.Element): Tree.Element | undefined => {
  const first = element.childNodes.find((node) => node.nodeName !== '#text' || textOf(node).trim() !== '');
  return first && isElement(first) ? first : undefined;
};

const textOf = (node: Tree.ChildNode): string =>
  'value' in node ? node.value : isElement(node) ? node.childNodes.map(textOf).join('') : '';

const isCheckbox = (element: Tree.Element | undefined): element is Tree.Element =>
  element?.tagName === 'input' && attributeOf(element, 'type') === 'checkbox';

class NormalForm {
  readonly lines: string[] = [];
  #text = '';

  add(line: string): void {
    this.flush();
    this.lines.push(line);
  }

  flush(): void {
    const text = this.#text.replace(/[ \t\n\r\f]+/g, ' ').trim();
    this.#text = '';
    if (text) this.lines.push(JSON.stringify(text));
  }

  walk(nodes: readonly Tree.ChildNode[], inCode: boolean): void {
    for (const node of nodes) {
      if (node.nodeName === '#text') {
        if (inCode) this.add(`code ${JSON.stringify(textOf(node))}`);
        else this.#text += textOf(node);
      } else if (isElement(node)) this.#element(node, inCode);
      else if ('data' in node) this.add(`<!--${node.data}-->`);
    }
  }

  #element(element: Tree.Element, inCode: boolean): void {
    const { tagName } = element;
    const inner = 'content' in element ? (element as Tree.Template).content.childNodes : element.childNodes;
    const alert = alertContent(element);
    const code = codeContent(element);
    if (isCheckbox(element)) this.#checkbox(element);
    else if (classOf(element) === 'footnote-ref' && tagName === 'sup') this.add(`note ${textOf(element)}`);
    else if (classOf(element).includes('backref')) return;
    else if (alert) {
      this.add(`<alert ${alert.kind}>`);
      this.walk(alert.content, inCode);
      this.add('</alert>');
    } else if (code) this.walk([code], inCode);
    else if (isFigure(element)) this.#figure(element);
    else if (isCodeFrame(element)) this.walk(inner, inCode);
    else if (tagName === 'a' && !isSafeUrl(attributeOf(element, 'href') ?? '', 'link'))
      this.walk(inner, inCode);
    else {
      // cmark puts a task's box before the paragraph of a loose item, GitHub into it.
      const box = tagName === 'li' ? taskBox(element) : undefined;
      this.add(`<${tagName}${writeAttributes(element)}>`);
      if (box) this.#checkbox(box);
      this.walk(
        box?.parentNode === element ? inner.filter((node) => node !== box) : inner,
        inCode || tagName === 'pre' || tagName === 'textarea',
      );
      this.add(`</${tagName}>`);
    }
  }

  /** A picture with a caption is what cmark-gfm has as a picture with a title, alone in its paragraph. */
  #figure({ childNodes }: Tree.Element): void {
    const [image, caption] = childNodes.filter(isElement);
    if (!image || !caption) return;
    const title = { name: 'title', value: textOf(caption) };
    this.add('<p>');
    this.add(`<img${writeAttributes({ ...image, attrs: [...image.attrs, title] })}>`);
    this.add('</img>');
    this.add('</p>');
  }

  #checkbox(box: Tree.Element): void {
    if (SEEN.has(box)) return;
    SEEN.add(box);
    this.add(`task ${attributeOf(box, 'checked') === undefined ? 'open' : 'done'}`);
  }
}

/** Boxes that were listed with their item already. */
const SEEN = new WeakSet<Tree.Element>();

function taskBox(item: Tree.Element): Tree.Element | undefined {
  const first = firstElement(item);
  const inParagraph = first?.tagName === 'p' ? firstElement(first) : undefined;
  return [first, inParagraph].find(isCheckbox);
}

/** An alert, be it written as one or as the quote that cmark makes of it. */
function alertContent(element: Tree.Element): { kind: string; content: Tree.ChildNode[] } | undefined {
  const written = /^markdown-alert markdown-alert-(\w+)$/.exec(classOf(element))?.[1];
  if (written) return { kind: written, content: element.childNodes.slice(1) };
  const paragraph = element.tagName === 'blockquote' ? firstElement(element) : undefined;
  const text = paragraph?.tagName === 'p' ? paragraph.childNodes[0] : undefined;
  const marker =
    text && 'value' in text
      ? /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i.exec(text.value)
      : null;
  if (!marker?.[1] || !paragraph || !text || !('value' in text)) return undefined;
  const isAlone =
    marker[0].length === text.value.length &&
    paragraph.childNodes.slice(1).every((node) => node.nodeName === 'br');
  const isFollowed = element.childNodes.some((node) => isElement(node) && node !== paragraph);
  const next = paragraph.childNodes[1];
  const endsLine = marker[0].endsWith('\n') || next === undefined || next.nodeName === 'br';
  if (!endsLine || (isAlone && !isFollowed)) return undefined;
  text.value = text.value.slice(marker[0].length);
  if (text.value === '' && next?.nodeName === 'br') paragraph.childNodes.splice(0, 2);
  if (isAlone) element.childNodes = element.childNodes.filter((node) => node !== paragraph);
  return { kind: marker[1].toLowerCase(), content: element.childNodes };
}

/**
 * The code in our own element around it, without what we make of the line behind the fence: its title and the elements
 * around lines. cmark-gfm has nothing of it but the class of the language, with what stands right behind its name.
 */
function codeContent(element: Tree.Element): Tree.Element | undefined {
  if (element.tagName !== 'doc-code') return undefined;
  const children = element.childNodes.filter(isElement);
  const pre = children.find(({ tagName }) => tagName === 'pre') ?? children[0]?.childNodes.find(isPre);
  const code = pre?.childNodes.find(isElement);
  if (!pre || !code) return undefined;
  const text: Tree.TextNode = { nodeName: '#text', value: textOf(code), parentNode: code };
  code.childNodes = text.value === '' ? [] : [text];
  return pre;
}

const isFigure = ({ tagName, attrs, childNodes }: Tree.Element): boolean =>
  tagName === 'figure' &&
  attrs.length === 0 &&
  childNodes.map(({ nodeName }) => nodeName).join() === 'img,figcaption';

/** A `div` that is ours as well: it keeps the code out of a paragraph that the author left open. */
const isCodeFrame = (element: Tree.Element): boolean =>
  element.tagName === 'div' && classOf(element) === 'doc-code';

const isPre = (node: Tree.ChildNode): node is Tree.Element => isElement(node) && node.tagName === 'pre';

const TASK_CLASSES = new Set(['contains-task-list', 'task-list-item']);

function writeAttributes(element: Tree.Element): string {
  if (classOf(element) === 'footnotes' || attributeOf(element, 'id')?.startsWith('fn-')) return '';
  return element.attrs
    .filter(({ name, value }) => name !== 'class' || !TASK_CLASSES.has(value))
    .map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`)
    .sort()
    .join('');
}

/** The list of what `html` says. */
export function normalForm(html: string): readonly string[] {
  const form = new NormalForm();
  form.walk(parseFragment(html).childNodes, false);
  form.flush();
  return form.lines;
}

/** Where two lists part, with some lines of each; `undefined` where they are equal. */
export function firstDifference(ours: readonly string[], theirs: readonly string[]): string | undefined {
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at++;
  if (at === ours.length && at === theirs.length) return undefined;
  const show = (lines: readonly string[]): string =>
    lines
      .slice(Math.max(0, at - 2), at + 3)
      .join(' ')
      .slice(0, 400);
  return `ours: ${show(ours)}\n      cmark: ${show(theirs)}`;
}
