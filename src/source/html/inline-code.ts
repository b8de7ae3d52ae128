import { rewriteHtml } from './rewrite.js';

const INLINE = /^(?:style|on.*)$/;

/**
 * Raw HTML without `style` and handlers, which no sanitizer keeps. A browser that parses them first reports each as a
 * violation of the page's policy.
 */
export const withoutInlineCode = (html: string): string =>
  /\b(?:style|on\w+)[\s=]/i.test(html)
    ? rewriteHtml(html, (_name, attributes) =>
        Object.fromEntries(
          [...attributes.keys()].filter((name) => INLINE.test(name)).map((name) => [name, undefined]),
        ),
      )
    : html;
