/** Plain text as Markdown in which its signs mean nothing. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*[\]<~]|&(?=#?\w+;)|\{(?=[{%:#.]|\s[#.])|\$(?=\S)|:(?=[a-z\d_+-]+:)/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\u00a0/g, '&nbsp;');

/** Markdown that is to be a paragraph, so that none of its lines begins another block. */
export const guardParagraph = (markdown: string): string =>
  markdown
    .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+$|-+$|={3}!?(?=[ \t]*["'])|:::|:(?=\s)|!!!|\?\?\?)/gm, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');
