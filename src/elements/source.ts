import type { TextStream } from '../dom/streamed-text.js';

/** Where the content of an element comes from. */
export type Source =
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'markdown'; readonly text: string; readonly isGrowing: boolean }
  | { readonly kind: 'stream'; readonly stream: TextStream }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'json-script'; readonly text: string }
  | { readonly kind: 'markdown-script'; readonly text: string }
  | { readonly kind: 'children' };

/** The properties a source can be given by. */
export interface SourceProperties {
  readonly data: unknown;
  readonly markdown: string | TextStream | null | undefined;
  /** Whether more will be added to the Markdown text. */
  readonly isGrowing: boolean;
  readonly src: string | null | undefined;
}

/** The types of scripts that hold a source. */
const TYPES = /^(?:application\/json|text\/markdown)$/;

/** Whether the content comes from anywhere but the authored children. What it is, `findSource` tells the renderer. */
export function hasSource({ data, markdown, src, firstElementChild }: Element & SourceProperties): boolean {
  if (data != null || markdown != null || src) return true;
  for (let child = firstElementChild; child; child = child.nextElementSibling)
    if (child instanceof HTMLScriptElement && TYPES.test(child.type)) return true;
  return false;
}
