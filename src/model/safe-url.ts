/** What a URL is for: `link` is followed by a click, `image` is loaded with the page (pictures, video, audio). */
export type UrlUse = 'link' | 'image';

/**
 * Schemes a link may have: the web, mail and telephone, and the chats and archives that real pages link to.
 * GitHub keeps fewer (http, https, mailto, xmpp, irc, ircs); what is added neither runs script nor starts a program
 * with arguments out of the URL, which is why `ssh:`, `git:`, `vscode:` and the like are not here.
 */
const LINK_SCHEMES = new Set([
  'http',
  'https',
  'mailto',
  'tel',
  'sms',
  'ftp',
  'irc',
  'ircs',
  'news',
  'xmpp',
  'matrix',
]);

const IMAGE_SCHEMES = new Set(['http', 'https']);

/** Pictures made of pixels. SVG is a document that can hold script: in a URL of its own it is refused. */
const RASTER_DATA = /^data:image\/(?:png|apng|gif|jpe?g|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)[;,]/i;

/** What most URLs are: on the web, or relative without anything that could be read as a scheme. */
const PLAINLY_SAFE = /^https?:|^[\w./#?&=~+-]*$/i;

const SCHEME = /^([a-z][a-z\d+.-]*):/i;

/**
 * Whether a URL may stand in a page. `url` is the attribute's value, character references decoded. Relative URLs and
 * those that begin with `//` are safe. Of the schemes, links may have `http`, `https`, `mailto`, `tel`, `sms`, `ftp`,
 * `irc`, `ircs`, `news`, `xmpp` and `matrix`; images `http`, `https` and `data:` with a raster type. All else is
 * refused: `javascript:`, `vbscript:`, `data:` links, `blob:`, `file:` and every unknown scheme, be it percent-encoded.
 */
export function isSafeUrl(url: string, use: UrlUse): boolean {
  if (PLAINLY_SAFE.test(url)) return true;
  if (isScript(url)) return false;
  const visible = withoutInvisible(url);
  const scheme = schemeOf(visible);
  if (scheme === undefined) return true;
  if (use === 'link') return LINK_SCHEMES.has(scheme);
  return IMAGE_SCHEMES.has(scheme) || RASTER_DATA.test(visible);
}

/**
 * To browsers a scheme with a percent in it is none. It counts all the same: whoever gets to see the URL next may decode
 * it first, and nobody writes it in good faith.
 */
function schemeOf(visible: string): string | undefined {
  const [written = ''] = /^[^/?#:]*:/.exec(visible) ?? [];
  return SCHEME.exec(decoded(written))?.[1]?.toLowerCase();
}

/** Whether a URL begins as one that runs does, read in any way: no reader of URLs drops spaces inside. */
export const isScript = (url: string): boolean =>
  /^\w*script:/i.test(withoutInvisible(decoded(url)).replace(/\s+/g, ''));

/** With percent-encoded ASCII as what it stands for. */
const decoded = (url: string): string =>
  url.includes('%')
    ? url.replace(/%([0-7][\da-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : url;

/** Without controls, format characters and white space before it: browsers drop some of them before they read the scheme. */
const withoutInvisible = (url: string): string =>
  /^[!-~]*$/.test(url) ? url : url.replace(/[\p{Cc}\p{Cf}]+/gu, '').trimStart();
