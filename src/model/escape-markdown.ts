/** Plain text as Markdown in which its signs mean nothing. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*[\]<~]|&(?=#?\w+;)|\{(?=[{%:#.]|\s[#.])|\$(?=\S)|:(?=[a-z\d_+-]+:)/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\u00a0/g, '&nbsp;');
