/** Emoji by their names. */
export type Emoji = ReadonlyMap<string, string>;

const SHORTCODE = /:(?<![\w:`]:)[a-z\d_+-]{1,60}:(?![\w:`])/;

/** Whether a text may have emoji in it that are written as `:name:`. */
export const mayHaveShortcodes = (text: string): boolean => text.includes(':') && SHORTCODE.test(text);

/** A tag or comment of HTML, or a shortcode. What has no end goes on to the end of the text, so that nothing is searched twice. */
const IN_HTML =
  /<!--[^]*?(?:-->|$)|<(\/?)([a-z][a-z\d-]*)(?![a-z\d-])(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^'">])*(?:>|$)|:([a-z\d_+-]{1,60}):/gi;

/** What a text says with its shortcodes as emoji; those that nobody knows stay. */
export const replaceShortcodes = (text: string, emoji: Emoji | undefined): string =>
  emoji && text.includes(':')
    ? text.replace(/:([a-z\d_+-]{1,60}):/g, (written, name: string) => emoji.get(name) ?? written)
    : text;

/** HTML with the shortcodes in its text as emoji, except in code. */
export function replaceShortcodesInHtml(html: string, emoji: Emoji | undefined): string {
  if (!emoji || !html.includes(':')) return html;
  let codes = 0;
  return html.replace(IN_HTML, (written, slash?: string, tag?: string, name?: string) => {
    if (tag !== undefined && /^(?:code|pre|kbd|samp|script|style|textarea)$/i.test(tag))
      codes = Math.max(0, codes + (slash ? -1 : 1));
    return name === undefined || codes > 0 ? written : (emoji.get(name) ?? written);
  });
}
