import {
  isAllowedAttribute,
  ALLOWED_ELEMENTS,
  DROPPED_ELEMENTS,
  URL_ATTRIBUTES,
} from '../../model/allow-list.js';
import { calloutWord, CALLOUT_NAMES } from '../../model/callout.js';
import { CHROME_ATTRIBUTE, HEADING_CLASS } from '../../model/names.js';
import { isSafeUrl } from '../../model/url.js';
import { HEADINGS } from './element-names.js';
import { attributeOf, hasClass, isElement, makeElement, textOf, type HtmlNode } from './nodes.js';

/** What is asked of headings, whose level and id depend on the page they stand in. */
export interface HeadingPlace {
  /** The level in the source of a heading of this level in the document. */
  levelOf(level: number): number;
  /** The id of a heading that its text does not give it. */
  ownId(heading: HtmlNode): string | undefined;
}

/** In a page of its own no heading's id or level says anything. */
export const ALONE: HeadingPlace = { levelOf: (level) => level, ownId: () => undefined };

/** The names of SVG and MathML have a slash in them. */
const DROPPED = new Set([...DROPPED_ELEMENTS, 'base', 'head', 'link', 'meta', 'title']);

/**
 * Nodes as their author wrote them: without what the library put among them, and without what no page may hold. What
 * the sanitizers would drop is dropped, so that the rest comes through them as it is.
 */
export const authoredNodes = (nodes: Iterable<HtmlNode>, place: HeadingPlace): HtmlNode[] =>
  [...nodes].flatMap((node) => authored(node, place));

/** What the browser's search may still find is there to be read; any other value is the same as none. */
const isHidden = (node: HtmlNode): boolean =>
  !/^until-found$/i.test(attributeOf(node, 'hidden') ?? 'until-found');

function authored(node: HtmlNode, place: HeadingPlace): HtmlNode[] {
  if (node.nodeType === 3) return [node];
  const name = node.localName ?? '';
  if (!isElement(node) || DROPPED.has(name) || name.includes('/') || isHidden(node)) return [];
  if (attributeOf(node, CHROME_ATTRIBUTE) !== undefined) return alertWord(node);
  const isCheckbox = name === 'input' && attributeOf(node, 'type') === 'checkbox';
  if (name === 'input' && !isCheckbox) return [];
  const attributes = attributesOf(node, name, place);
  const children = authoredNodes(node.childNodes, place);
  const isWrapper =
    !Object.hasOwn(ALLOWED_ELEMENTS, name) || (name === 'hgroup' && hasClass(node, HEADING_CLASS));
  if (isWrapper) return children;
  if (isCheckbox && hasClass(node, 'task-list-item-checkbox')) attributes.delete('aria-label');
  return [
    makeElement(
      HEADINGS.has(name) ? `h${place.levelOf(Number(name.charAt(1)))}` : name,
      children,
      attributes,
    ),
  ];
}

/** The title of an alert that is ours says of which name it is, where that is not one of GitHub's. */
function alertWord(node: HtmlNode): HtmlNode[] {
  if (!hasClass(node, 'markdown-alert-title')) return [];
  const word = textOf(node).trim();
  const name = CALLOUT_NAMES.split('|').find((each) => calloutWord(each) === word);
  return name === undefined
    ? []
    : [
        makeElement(
          'data',
          [],
          new Map([
            ['class', 'markdown-alert-name'],
            ['value', name],
          ]),
        ),
      ];
}

function attributesOf(node: HtmlNode, name: string, place: HeadingPlace): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const attribute of node.getAttributeNames?.() ?? []) {
    const value = attributeOf(node, attribute) ?? '';
    if (attribute === CHROME_ATTRIBUTE || !isAllowedAttribute(name, attribute)) continue;
    const use = URL_ATTRIBUTES[attribute];
    if (use && !isSafeUrl(value, use)) continue;
    if (attribute === 'id' && HEADINGS.has(name) && place.ownId(node) === undefined) continue;
    attributes.set(attribute, value);
  }
  return attributes;
}
