import type { ForgeReferences } from '../../model/forge-references.js';
import { escapeHtml } from '../../model/escape.js';
import { escapeText } from './escapes.js';

const REPOSITORY = String.raw`(?:[a-z\d](?:-?[a-z\d])*\/[\w.-]+)`;
/** What may not stand right before a reference: the rest of a word, a path, an address, a character reference. */
const BEFORE = String.raw`(?<![\w@#&/.:\-])`;
/** Nor right behind it. */
const AFTER = String.raw`(?![\w@/\-]|\.\w)`;

/** `@name`, `#12`, `owner/name#12`, `GH-12`, a commit's hash, `owner/name@hash`. */
const REFERENCE = new RegExp(
  `${BEFORE}(?:@([a-z\\d](?:-?[a-z\\d]){0,38})|(${REPOSITORY})?#(\\d{1,9})|GH-(\\d{1,9})|(?:(${REPOSITORY})@)?([\\da-f]{7,40}))${AFTER}`,
  'gi',
);

const MAY_REFER = /[@#]|GH-|[\da-f]{7}/i;

/** Words behind `@` that are no people: rules of CSS, tags of code comments. */
const NO_NAMES = new Set(
  (
    'apply charset class container deprecated example export extends font-face import internal keyframes layer link ' +
    'media namespace override page param private property public readonly return returns see since supports ' +
    'tailwind template throws todo type typedef'
  ).split(' '),
);

/** A text of Markdown as HTML, in which people, issues and commits are links to their pages on the forge. */
export function linkReferences(text: string, forge: ForgeReferences): string {
  if (!MAY_REFER.test(text)) return escapeText(text);
  let html = '';
  let from = 0;
  for (const match of text.matchAll(REFERENCE)) {
    const link = compileReference(match, forge);
    if (link === undefined) continue;
    html += escapeText(text.slice(from, match.index)) + link;
    from = match.index + match[0].length;
  }
  return html + escapeText(text.slice(from));
}

/** With the classes of GitHub's own HTML. */
function compileReference(match: RegExpExecArray, forge: ForgeReferences): string | undefined {
  const [written, user, issueIn, issue, gh, commitIn, hash] = match;
  if (user !== undefined)
    return NO_NAMES.has(user.toLowerCase()) ? undefined : link('user-mention', forge.user(user), written);
  const number = issue ?? gh;
  if (number !== undefined) return link('issue-link', forge.issue(number, issueIn), written);
  if (hash === undefined || !isHash(hash)) return undefined;
  const content = `${commitIn === undefined ? '' : `${escapeHtml(commitIn)}@`}<tt>${hash.length < 40 ? hash : hash.slice(0, 7)}</tt>`;
  return link('commit-link', forge.commit(hash, commitIn), written, content);
}

/** In lower case, and with a digit and a letter: neither a word nor a number. */
const isHash = (text: string): boolean => /^[\da-f]+$/.test(text) && /\d/.test(text) && /[a-f]/.test(text);

const link = (
  name: string,
  url: string | undefined,
  written: string,
  content = escapeHtml(written),
): string | undefined => url && `<a class="${name}" href="${escapeHtml(url)}">${content}</a>`;
