import type { PageOptions } from '../model/options.js';
import { dedent } from '../source/dedent.js';
import { fromMarkdown } from '../source/markdown.js';
import { compile, type Rendered, type Shape } from './rendered.js';

/** Markdown text to compiled parts. Never rejects on bad input: see `problems`. */
export const renderMarkdown = async (
  text: string,
  options: PageOptions = {},
  shape: Shape = 'page',
): Promise<Rendered> => compile(await fromMarkdown(text, options), options, shape);

/** The text of a `<script type="text/markdown">`, whose indentation is that of the HTML around it, to compiled parts. */
export const renderScript = (text: string, options?: PageOptions, shape?: Shape): Promise<Rendered> =>
  renderMarkdown(dedent(text), options, shape);
