import { toJson } from '../html/to-json.js';
import { toMarkdown, type MarkdownOptions } from '../html/to-markdown.js';
import type { PageOptions } from '../model/options.js';
import type { PageData } from '../model/page-data.js';
import type { Page } from '../model/page.js';
import type { HtmlNode } from '../source/html/nodes.js';

export type { MarkdownOptions } from '../html/to-markdown.js';

/** The texts a page could have come from. */
export interface PageTexts {
  toMarkdown(options?: MarkdownOptions): string;
  toJson(): PageData;
}

/** The way back: from a page, or from the element whose content is one, which takes what reads Markdown. */
export async function textsOf(source: Page | HtmlNode, options: PageOptions): Promise<PageTexts> {
  const page = 'nodeType' in source ? await readPage(source, options) : source;
  return { toMarkdown: (options) => toMarkdown(page, options), toJson: () => toJson(page) };
}

/**
 * The page that the content of an element is. URLs stand in the document as they are: what the source's were resolved
 * against says nothing of them.
 */
export async function readPage(
  element: HtmlNode,
  { slugs, repoLinks, forges, blocks }: PageOptions,
): Promise<Page> {
  const { fromHtml } = await import('../source/from-html.js');
  const { page } = await fromHtml(element, {
    ...(slugs && { slugs }),
    ...(repoLinks && { repoLinks }),
    ...(forges === undefined ? {} : { forges }),
    ...(blocks && { blocks }),
  });
  return page;
}
