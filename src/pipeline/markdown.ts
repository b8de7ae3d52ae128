import { compilePage } from '../html/page.js';
import type { PageOptions } from '../model/options.js';
import { fromMarkdown } from '../source/markdown.js';
import type { Rendered } from './rendered.js';

/** Markdown text to compiled parts. Never rejects on bad input: see `problems`. */
export async function renderMarkdown(text: string, options: PageOptions = {}): Promise<Rendered> {
  const { page, problems } = await fromMarkdown(text, options);
  return { page, parts: compilePage(page, options), problems };
}
