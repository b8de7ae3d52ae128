import { readForges } from '../model/forge-list.js';
import type { PageOptions } from '../model/options.js';
import type { Json } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import { textOf } from './page-fields.js';
import { mayHaveShortcodes, type Emoji } from './shortcodes.js';

/** What only some texts need, each from a chunk of its own. */
export interface Extras {
  /** What shortcodes such as `:rocket:` stand for; without them they stay as they are. */
  readonly emoji?: Emoji | undefined;
  /** Makes links of people, issues and commits; without it they are text. */
  readonly linkReferences?: ReferenceLinker | undefined;
}

/** A text of Markdown as HTML with its references as links. */
export type ReferenceLinker = (text: string, report: (problem: Problem) => void) => string;

const MAY_REFER = /@[a-z\d]|#\d|GH-\d|[\da-f]{7}/i;

/** Loads what a text needs; `named` is the repository that the page itself names. */
export async function loadExtras(text: string, options: PageOptions, named?: Json): Promise<Extras> {
  const about = options.references === 'none' ? undefined : (options.repo ?? textOf(named));
  const [emoji, references] = await Promise.all([
    mayHaveShortcodes(text) ? import('./emoji.js').catch(() => undefined) : undefined,
    about !== undefined && MAY_REFER.test(text)
      ? import('./markdown/references.js').catch(() => undefined)
      : undefined,
  ]);
  return {
    emoji: emoji?.EMOJI,
    linkReferences: references?.createLinker(about ?? '', readForges(options.forges) ?? {}, text.length),
  };
}
