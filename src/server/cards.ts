import { escapeJson } from '../html/json-ld.js';
import { compileFacts, compileRepoCard } from '../html/repo-card.js';
import type { Labels } from '../model/labels.js';
import { parseShow } from '../model/repository-card.js';
import {
  findFacts,
  repositoryKey,
  SNAPSHOT_TYPE,
  type RepositorySnapshot,
} from '../model/repository-facts.js';
import { repositoryAddress } from '../model/repository-address.js';
import { parseRepository, type ForgeHosts } from '../model/repository.js';
import { readAttributes, Scanner } from '../source/html/scan.js';

/** What is known when cards are filled. */
export interface CardSettings {
  readonly repos: RepositorySnapshot;
  readonly forges: ForgeHosts;
  readonly labels: Labels;
}

/** A card that is open. */
interface OpenCard {
  readonly attributes: ReadonlyMap<string, string>;
  readonly contentStart: number;
  /** Where its first link leads. */
  href: string | undefined;
  hasFacts: boolean;
}

/** A piece of HTML to be replaced. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A paragraph that is open. What a card says is no part of a line: only a paragraph of nothing but cards can hold it, as a block. */
interface OpenParagraph {
  readonly start: number;
  readonly edits: Edit[];
  isOfCards: boolean;
}

/**
 * Gives the cards that an author wrote as tags what is known of their repositories. `html` has passed the sanitizer:
 * all that opens closes.
 */
export function fillCards(html: string, settings: CardSettings): string {
  if (!html.includes('<repo-link')) return html;
  const edits: Edit[] = [];
  const scanner = new Scanner(html);
  let card: OpenCard | undefined;
  let paragraph: OpenParagraph | undefined;
  for (let kind = scanner.next(true); kind; kind = scanner.next(true)) {
    const { name, start, end, text } = scanner;
    if (kind === 'start') {
      const attributes = readAttributes(scanner.attributes);
      if (name === 'p') paragraph = { start, edits: [], isOfCards: true };
      else if (name === 'repo-link' && attributes.get('variant') === 'card')
        card = { attributes, contentStart: end, href: undefined, hasFacts: false };
      else if (!card && paragraph) paragraph.isOfCards = false;
      if (card && name === 'a') card.href ??= attributes.get('href');
      if (card && /\brepo-facts\b/.test(attributes.get('class') ?? '')) card.hasFacts = true;
    } else if (kind === 'text') {
      if (!card && paragraph && text.trim() !== '') paragraph.isOfCards = false;
    } else if (kind === 'end' && name === 'repo-link' && card) {
      const content = html.slice(card.contentStart, start);
      const filled = fillCard(content, card, settings);
      if (filled !== content)
        (paragraph?.edits ?? edits).push({ start: card.contentStart, end: start, text: filled });
      card = undefined;
    } else if (kind === 'end' && name === 'p' && paragraph) {
      const { start: opened, edits: within, isOfCards } = paragraph;
      if (isOfCards && within.length > 0)
        edits.push({ start: opened, end: opened + 2, text: '<div' }, ...within, {
          start,
          end,
          text: '</div>',
        });
      paragraph = undefined;
    }
  }
  return apply(html, edits);
}

function apply(html: string, edits: readonly Edit[]): string {
  let changed = '';
  let last = 0;
  for (const { start, end, text } of edits) {
    changed += html.slice(last, start) + text;
    last = end;
  }
  return changed + html.slice(last);
}

/** The content of a card, as the element would write it. */
function fillCard(content: string, card: OpenCard, { repos, forges, labels }: CardSettings): string {
  const { attributes, href } = card;
  if (card.hasFacts) return content;
  const own = attributes.get('href') || repositoryAddress(attributes.get('repo') ?? '');
  const url = parseRepository(href ?? own, forges)?.url;
  const facts = url === undefined ? undefined : findFacts(repos, url);
  if (url === undefined || !facts) return content;
  const options = { forges, labels, show: parseShow(attributes.get('show') ?? '') };
  if (href !== undefined) return content + compileFacts({ ...facts, url }, options);
  // Text without a link is the link's; a link of our own is named after its repository.
  if (/[<&]/.test(content)) return content;
  const text = content.trim();
  return compileRepoCard({ ...facts, url }, { ...options, ...(text && { text }) }).replace(
    /^<repo-link[^>]*>|<\/repo-link>$/g,
    '',
  );
}

/** What is known of the repositories in `html`, for the element that adopts it: facts that cards do not show, and cards that come later. */
export function snapshotScript(html: string, { repositories }: RepositorySnapshot): string {
  const keys = mentionedKeys(html);
  const mentioned = repositories.filter(({ url, movedTo }) =>
    [url, movedTo].some((each) => each !== undefined && keys.has(repositoryKey(each))),
  );
  if (mentioned.length === 0) return '';
  return `<script type="${SNAPSHOT_TYPE}">${escapeJson({ repositories: mentioned })}</script>`;
}

/** Names in the address of a repository, its host among them: groups on GitLab nest 20 deep. */
const MAX_NAMES = 23;

/** The keys of all that the addresses in `html` could lead into: a file is in its repository. */
function mentionedKeys(html: string): Set<string> {
  const keys = new Set<string>();
  for (const [url] of html.matchAll(/https?:\/\/[^\s"'<>?#&]+/gi)) {
    const names = repositoryKey(url).split('/', MAX_NAMES);
    for (let count = names.length; count > 1; count--) keys.add(names.slice(0, count).join('/'));
  }
  return keys;
}
