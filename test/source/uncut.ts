import type { Page } from '../../src/model/page.js';
import { isSafeUrl } from '../../src/model/url.js';
import { EMOJI } from '../../src/source/emoji.js';
import { resolveUrls } from '../../src/source/html/rewrite.js';
import { compile } from './markdown/compile.js';

/**
 * A body's HTML before it is cut: all of its blocks one after the other, as the same tokens give them. Links to
 * repositories are plain.
 */
export function uncut(body: string, { meta }: Pick<Page, 'meta'>): string {
  const rewriteHtml = (html: string): string =>
    resolveUrls(html, (url, use) => (isSafeUrl(url, use) ? url : undefined));
  const { html } = compile(body, { variables: meta, context: { rewriteHtml, emoji: EMOJI } });
  const notes = html.lastIndexOf('<section class="footnotes">\n<ol>');
  return notes === -1 ? html : html.slice(0, notes);
}
