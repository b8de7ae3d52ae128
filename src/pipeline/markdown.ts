import { once } from '../model/once.js';
import { dedent } from '../source/dedent.js';
import { fromMarkdown } from '../source/markdown.js';
import type { PageMemory } from './memory.js';
import { compile, type PipelineOptions, type Rendered, type Shape } from './rendered.js';

/** Markdown text to compiled parts. Never rejects on bad input: see `problems`. */
export const renderMarkdown = async (
  text: string,
  options: PipelineOptions = {},
  shape: Shape = 'page',
  memory?: PageMemory,
): Promise<Rendered> =>
  compile(await fromMarkdown(text, options, undefined, memory), options, shape, memory?.compiled);

const loadFinish = once(() => import('../source/markdown/unfinished.js'));

/** A text to which more will be added: what its end has begun shows as what it will most likely become. It has no problems yet. */
export const renderGrowing: typeof renderMarkdown = async (text, options, shape, memory) => {
  const { finishText } = await loadFinish();
  return { ...(await renderMarkdown(finishText(text), options, shape, memory)), problems: [] };
};

/** The text of a `<script type="text/markdown">`, whose indentation is that of the HTML around it, to compiled parts. */
export const renderScript = (text: string, options?: PipelineOptions, shape?: Shape): Promise<Rendered> =>
  renderMarkdown(dedent(text), options, shape);
