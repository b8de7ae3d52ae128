import { FOOTNOTES_CLASS } from '../model/names.js';
import type { Part } from '../model/part.js';
import { dedent } from '../source/dedent.js';
import { beginningOf } from '../source/markdown/beginning.js';
import { renderMarkdown } from './markdown.js';
import type { PipelineOptions, Rendered, Shape } from './rendered.js';

/** Characters to look at: about two screens; where no section ends in them, more. */
const SIZES = [16_000, 64_000];

/**
 * The first sections of a long text, as they will be when all of it is read; `undefined` where that cannot be told
 * without the rest. `isIndented` as in a `<script>`.
 */
export async function renderBeginning(
  written: string,
  options: PipelineOptions,
  shape: Shape,
  isIndented: boolean,
): Promise<Rendered | undefined> {
  const text = isIndented ? dedent(written) : written;
  for (const size of SIZES) {
    const beginning = beginningOf(text, size);
    if (!beginning) return undefined;
    const { definitions } = beginning;
    const rendered = await renderMarkdown(beginning.text, { ...options, definitions }, shape);
    if (rendered.problems.some(({ code }) => code === 'front-matter-unclosed')) return undefined;
    const parts = withoutEnd(
      rendered.parts.filter(({ attributes }) => attributes['class'] !== FOOTNOTES_CLASS),
    );
    // A table of contents that came later would move the text.
    const hasToc =
      shape === 'section' || options.toc === 'none' || parts.some(({ tag }) => tag === 'doc-toc');
    if (hasToc && parts.some(({ tag }) => tag === 'doc-section')) return { ...rendered, parts, problems: [] };
  }
  return undefined;
}

/** Without the innermost section at the end, of which there may be more in the rest. */
function withoutEnd(parts: readonly Part[]): Part[] {
  const last = parts.at(-1);
  if (last?.tag !== 'doc-section') return [];
  const before = parts.slice(0, -1);
  return last.parts.length === 0 ? before : [...before, { ...last, parts: withoutEnd(last.parts) }];
}
