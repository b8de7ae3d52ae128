import { readForges } from '../model/forge-list.js';
import type { PageOptions } from '../model/options.js';
import type { Json } from '../model/page.js';
import { once } from '../model/once.js';
import type { Problem } from '../model/problem.js';
import type { HtmlReader } from './html/reader.js';
import type { Ask } from './known-text.js';
import { textOf } from './page-fields.js';
import { mayHaveShortcodes, type Emoji } from './shortcodes.js';

/** What only some texts need, each from a chunk of its own. */
export interface Extras {
  /** What shortcodes such as `:rocket:` stand for; without them they stay as they are. */
  readonly emoji?: Emoji | undefined;
  /** Makes links of people, issues and commits; without it they are text. */
  readonly linkReferences?: ReferenceLinker | undefined;
  /** Reads the author's own HTML; without it there must be none. */
  readonly html?: HtmlReader | undefined;
}

/** A text of Markdown as HTML with its references as links. */
export type ReferenceLinker = (text: string, report: (problem: Problem) => void) => string;

/** What any tag, comment or declaration begins with, and hardly an address in angle brackets. */
const mayHoldHtml = (text: string): boolean => /<(?!https?:)[a-z/!?]/i.test(text);
const mayRefer = (text: string): boolean => /@[a-z\d]|#\d|GH-\d|[\da-f]{7}/i.test(text);

/** Loads what a text needs; `named` is the repository that the page itself names. */
export async function loadExtras(
  text: string,
  options: PageOptions & Pick<Extras, 'html'>,
  named?: Json,
  ask: Ask = (question) => question(text),
): Promise<Extras> {
  const about = options.references === 'none' ? undefined : (options.repo ?? textOf(named));
  const [emoji, references, html] = await Promise.all([
    ask(mayHaveShortcodes) ? import('./emoji.js').catch(() => undefined) : undefined,
    about !== undefined && ask(mayRefer)
      ? import('./markdown/references.js').catch(() => undefined)
      : undefined,
    options.html ?? (ask(mayHoldHtml) ? loadHtmlReader() : undefined),
  ]);
  return {
    emoji: emoji?.EMOJI,
    linkReferences: references?.createLinker(about ?? '', readForges(options.forges) ?? {}, text.length),
    html,
  };
}

/** What reads HTML. Unlike the others it must be there: what cannot be loaded is an error of the page. */
export const loadHtmlReader = once(async () => (await import('./html/reader.js')).HTML_READER);
