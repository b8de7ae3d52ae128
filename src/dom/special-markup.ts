/*
 * What browsers act on before a list has a say goes by another name while they parse, one that is parsed alike. It is
 * renamed wherever it stands, as in text: to tell the two apart one would have to parse.
 */

/** No list has it, so it goes with all that is in it. */
const NOSCRIPT = 'doc-dropped';

/** Parsed as an object is, and replaced by what is in it; spelled as nobody spells it. */
const OBJECT = 'mArQuEe';

/** Whether an element stands for one that has to go with all that is in it. */
export const standsForDropped = (name: string): boolean => name === NOSCRIPT;

/**
 * A template gets no shadow root, which the walk could not see. An object, which browsers take away together with the text
 * that stands in for it, is a marquee. What a noscript holds is elements, also where browsers take it for text.
 */
export function renameMarkup(html: string, noscriptIsText: boolean): string {
  const renamed = html.replace(/shadowroot/gi, '$&-').replace(/<(\/?)object(?=[\s/>])/gi, `<$1${OBJECT}`);
  return noscriptIsText ? renamed.replace(/<(\/?)noscript(?=[\s/>])/gi, `<$1${NOSCRIPT}`) : renamed;
}

/** Gives text and attributes back what {@link renameMarkup} has changed in them. */
export function restoreMarkup(root: Element): void {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const text of node instanceof Element ? node.attributes : [node as Text]) {
      const value = restored(text.nodeValue ?? '');
      if (value !== text.nodeValue) text.nodeValue = value;
    }
}

const restored = (text: string): string =>
  text
    .replace(/(shadowroot)-/gi, '$1')
    .replaceAll(`<${OBJECT}`, '<object')
    .replaceAll(`</${OBJECT}`, '</object')
    .replace(/<(\/?)doc-dropped(?=[\s/>])/gi, '<$1noscript');
