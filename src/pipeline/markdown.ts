import type { PageOptions } from '../model/options.js';
import { fromMarkdown } from '../source/markdown.js';
import { compile, type Rendered, type Shape } from './rendered.js';

/** Markdown text to compiled parts. Never rejects on bad input: see `problems`. */
export const renderMarkdown = async (
  text: string,
  options: PageOptions = {},
  shape: Shape = 'page',
): Promise<Rendered> => compile(await fromMarkdown(text, options), options, shape);
