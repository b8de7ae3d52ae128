/** GitHub's five kinds of alert; each callout is one of them. */
export type CalloutKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/** What other writings of Markdown call a kind: Docusaurus, VitePress, Material for MkDocs, docfx, Obsidian. */
const NAMES: Readonly<Record<CalloutKind, string>> = {
  note: 'note info abstract summary tldr example quote cite question help faq todo seealso',
  tip: 'tip hint success check done',
  important: 'important',
  warning: 'warning attention',
  caution: 'caution danger error failure fail missing bug',
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind as CalloutKind] as const),
  ),
);

/** All names of kinds, as alternatives of a `RegExp`. */
export const CALLOUT_NAMES = [...BY_NAME.keys()].join('|');

/** The kind that an author names, in any case. */
export const calloutKind = (name: string): CalloutKind | undefined => BY_NAME.get(name.toLowerCase());

/** The name of a kind as a title, for one that is called by another name than GitHub's; `undefined` for GitHub's. */
export function calloutWord(name: string): string | undefined {
  const word = name.toLowerCase();
  return Object.hasOwn(NAMES, word) ? undefined : word.charAt(0).toUpperCase() + word.slice(1);
}
