import type { Source, SourceProperties } from './source.js';

function childScript(element: Element, type: string): HTMLScriptElement | undefined {
  for (let child = element.firstElementChild; child; child = child.nextElementSibling)
    if (child instanceof HTMLScriptElement && child.type === type) return child;
  return undefined;
}

/**
 * The source that counts, in order of precedence: data, Markdown, URL, a child script of JSON, a child script
 * of Markdown, the authored children. `null` and `undefined` are no source; an empty text is an empty page.
 */
export function findSource(element: Element & SourceProperties): Source {
  if (element.data != null) return { kind: 'data', data: element.data };
  if (typeof element.markdown === 'string')
    return { kind: 'markdown', text: element.markdown, isGrowing: element.isGrowing };
  if (element.markdown != null) return { kind: 'stream', stream: element.markdown };
  if (element.src) return { kind: 'url', url: element.src };
  const json = childScript(element, 'application/json');
  if (json) return { kind: 'json-script', text: json.text };
  const markdown = childScript(element, 'text/markdown');
  if (markdown) return { kind: 'markdown-script', text: markdown.text };
  return { kind: 'children' };
}
