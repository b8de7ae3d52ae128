const FILTERED =
  /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s>]|\/>))/gi;

/**
 * GitHub's tag filter: tags that change how the rest of a page is read become text, so that one which is never
 * closed cannot swallow the page.
 */
export const filterTags = (html: string): string => html.replace(FILTERED, '&lt;');
