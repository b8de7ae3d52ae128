import type { Token, Tokens } from 'marked';
import { readCodeInfo } from './code-info.js';
import type { ContainerSource } from './containers.js';
import type { CodeGroup } from './tokens.js';

/** Tabs of one group; more codes stay one below the other. All of a group are in sight at once, and real pages have ten. */
const MAX_TABS = 50;

const isCode = (token: Token | undefined): token is Tokens.Code => token?.type === 'code';

const groupOf = (raw: string, group: readonly Tokens.Code[]): CodeGroup => ({
  type: 'code',
  raw,
  text: '',
  group,
});

/** The codes of a container as tabs; `undefined` where there is anything else in it. */
export function groupCodes(raw: string, tokens: readonly Token[]): CodeGroup | undefined {
  const codes = tokens.filter(isCode);
  const isGroup =
    codes.length > 0 &&
    codes.length <= MAX_TABS &&
    tokens.every((token) => isCode(token) || token.type === 'space');
  return isGroup ? groupOf(raw, codes) : undefined;
}

/** The one code of a tab as a fence that names the tab; `undefined` where there is anything else in it. */
export function tabOf(
  { raw, title = '' }: ContainerSource,
  tokens: readonly Token[],
): Tokens.Code | undefined {
  const [code, ...others] = tokens.filter(({ type }) => type !== 'space');
  if (!isCode(code) || others.length > 0 || title.includes('"')) return undefined;
  return { ...code, raw, lang: `${code.lang ?? ''} tab="${title}"` };
}

/** Whether {@link groupTabs} may find something in a text. */
export const mayHaveTabs = (text: string): boolean => text.includes('tab=');

const hasTab = (token: Token | undefined): token is Tokens.Code =>
  isCode(token) &&
  token.lang !== undefined &&
  mayHaveTabs(token.lang) &&
  readCodeInfo(token.lang).tab !== undefined;

/** Makes one block of each row of fences that name a tab, in place. */
export function groupTabs(tokens: Token[]): void {
  if (!tokens.some(hasTab)) return;
  for (let from = 0; from < tokens.length; from++) {
    if (!hasTab(tokens[from])) continue;
    let to = from + 1;
    while (hasTab(tokens[to]) || (tokens[to]?.type === 'space' && hasTab(tokens[to + 1]))) to++;
    const row = tokens.slice(from, to);
    const codes = row.filter(hasTab);
    if (codes.length > 1 && codes.length <= MAX_TABS)
      tokens.splice(from, row.length, groupOf(row.map(({ raw }) => raw).join(''), codes));
    else from = to - 1;
  }
}
