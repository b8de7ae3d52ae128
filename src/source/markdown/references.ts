import { escapeHtml } from '../../model/escape.js';
import { forgeReferences, limitReferences, type ForgeReferences } from '../../model/forge-references.js';
import type { Problem } from '../../model/problem.js';
import type { ForgeHosts } from '../../model/repository.js';
import type { ReferenceLinker } from '../extras.js';
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

/** Words behind `@` that are no people: rules of CSS, tags of code comments. */
const NO_NAMES = new Set(
  (
    'apply charset class container deprecated example export extends font-face import internal keyframes layer link ' +
    'media namespace override page param private property public readonly return returns see since supports ' +
    'tailwind template throws todo type typedef'
  ).split(' '),
);

/** Characters that the URLs of references may have in any page, and for each character of its text. */
const MIN_EXPANSION = 50_000;
const EXPANSION_FACTOR = 4;

const TOO_MANY: Problem = {
  code: 'limit-exceeded',
  severity: 'warning',
  message:
    'People, issues and commits are referred to so often that the page would be many times its source: the others show as text.',
};

/** Links the references of a page of `length` characters about a repository; `undefined` where that is none. */
export function createLinker(
  repository: string,
  hosts: ForgeHosts,
  length: number,
): ReferenceLinker | undefined {
  const forge = forgeReferences(repository, hosts);
  if (!forge) return undefined;
  let isMet = false;
  const limited = limitReferences(forge, MIN_EXPANSION + EXPANSION_FACTOR * length, () => (isMet = true));
  return (text, report) => {
    const html = linkReferences(text, limited);
    if (isMet) report(TOO_MANY);
    isMet = false;
    return html;
  };
}

function linkReferences(text: string, forge: ForgeReferences): string {
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
