import { escapeHtml } from '../model/escape.js';
import { describeFacts, type CardNode, type CardOptions } from '../model/repository-card.js';
import type { RepositoryFacts } from '../model/repository-facts.js';
import { formatRepository, parseRepository } from '../model/repository.js';
import { isSafeUrl } from '../model/safe-url.js';
import { formatAttributes } from './heading.js';

/** How a whole card is written. */
export interface RepoCardOptions extends CardOptions {
  /** The author's own text of the link. By default the repository's name: what it is called now, where it has moved. */
  readonly text?: string;
}

/**
 * A repository as the HTML of a card, complete without script: `<repo-link variant="card">` with its link first, then
 * what is known. Everything in `facts` may come from a stranger: it is escaped, and a URL that must not stand in a
 * page is left out.
 */
export function compileRepoCard(facts: RepositoryFacts, options: RepoCardOptions = {}): string {
  const { text, show, forges } = options;
  // A link that says what its author wanted it to say leads where they wanted it to lead.
  const url = text === undefined && facts.movedTo !== undefined ? facts.movedTo : facts.url;
  const link = parseRepository(url, forges);
  const before = url === facts.url ? undefined : parseRepository(facts.url, forges);
  const name = escapeHtml(text ?? (link ? formatRepository(link) : url));
  const anchor = isSafeUrl(url, 'link') ? `<a href="${escapeHtml(url)}">${name}</a>` : name;
  const about = describeFacts(facts, options, before && formatRepository(before));
  const shown = show ? ` show="${escapeHtml(show.join(' '))}"` : '';
  return `<repo-link variant="card"${shown}>${anchor}${about ? compileNode(about) : ''}</repo-link>`;
}

/** What a card with a link of its author's says beside it; empty where nothing is known. */
export function compileFacts(facts: RepositoryFacts, options: CardOptions): string {
  const about = describeFacts(facts, options);
  return about ? compileNode(about) : '';
}

/** Elements of cards are never void. */
const compileNode = (node: CardNode): string =>
  typeof node === 'string'
    ? escapeHtml(node)
    : `<${node.tag}${formatAttributes(node.attributes)}>${node.children.map(compileNode).join('')}</${node.tag}>`;
