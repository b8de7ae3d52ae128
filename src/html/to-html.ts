import type { Page } from '../model/page.js';
import type { Part } from '../model/part.js';
import { finish } from '../model/turns.js';
import { createBlockCompiler } from './blocks.js';
import { joinParts } from './join.js';
import { compilingPage, type CompileOptions } from './page.js';

export type { CompileOptions } from './page.js';
export { joinParts } from './join.js';

/** A page as parts, in document order: header, table of contents, lead, sections, notes; empty ones are left out. */
export const compilePage = (page: Page, options: CompileOptions = {}): Part[] =>
  finish(compilingPage(page, options, createBlockCompiler(page, options)));

/**
 * A page as the HTML of what stands inside a `<doc-page>`. The author's own HTML, where the source held any, is in it
 * as it was: pages of strangers go through `renderPage` of `doc-elements/server.js`, or a sanitizer.
 */
export const toHtml = (page: Page, options?: CompileOptions): string => joinParts(compilePage(page, options));
