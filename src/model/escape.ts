const SPECIAL = /[&<>"']/;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * `text` as HTML that means the same characters, as an element's text and inside an attribute value in either
 * kind of quotes. An `&` that begins a character reference is escaped as well: the input is plain text, not HTML.
 */
export const escapeHtml = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[&<>"']/g, (character) => REFERENCES[character] ?? character) : text;
