import type { Page } from '../model/page.js';
import { joinParts } from './join.js';
import { compilePage, type CompileOptions } from './page.js';

export { compilePage, type CompileOptions } from './page.js';
export { joinParts } from './join.js';

/**
 * A page as the HTML of what stands inside a `<doc-page>`. The author's own HTML, where the source held any, is in it
 * as it was: pages of strangers go through `renderPage` of `doc-elements/server.js`, or a sanitizer.
 */
export const toHtml = (page: Page, options?: CompileOptions): string => joinParts(compilePage(page, options));
