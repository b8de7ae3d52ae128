import { readCard, writeCard } from '../dom/repo-facts.js';
import { adoptedSnapshot, snapshotOf } from '../dom/repo-snapshot.js';
import { wordsAround } from '../dom/words.js';
import { isNamedForge } from '../model/forge-hosts.js';
import { parseForges } from '../model/forge-list.js';
import type { Problem } from '../model/problem.js';
import { describeFacts, parseShow } from '../model/repository-card.js';
import { mergeFacts, repositoryKey, type RepositoryFacts } from '../model/repository-facts.js';
import { readFacts } from '../model/repository-snapshot.js';
import {
  formatRepository,
  parseRepository,
  type ForgeHosts,
  type RepositoryLink,
} from '../model/repository.js';
import { DocProblemEvent } from './events.js';
import { ensureStyleSheets } from './style-sheets.js';

/** A card as this module sees it. */
export interface CardHost extends HTMLElement {
  readonly data: unknown;
  readonly show: string;
  readonly live: boolean;
}

/** A page around a card. */
interface Page extends Element {
  readonly repos?: unknown;
  readonly live?: boolean;
}

/** What a card is about, before a rename was followed. */
interface Subject {
  readonly link: RepositoryLink;
  readonly address: string;
}

const subjects = new WeakMap<CardHost, Subject>();

/** Snapshots whose problems a page has been told. */
const told = new WeakMap<Element, unknown>();

/**
 * Fills a card with what is known: what it says already, what its page's snapshot says, what its own data say, and,
 * where it is live, what the forge says. `own` tells that the link is not the author's: it follows a rename.
 */
export async function showCard(
  card: CardHost,
  anchor: HTMLAnchorElement,
  own: boolean,
  forgeList: string,
): Promise<void> {
  const forges = parseForges(forgeList);
  const subject = subjectOf(card, anchor, forges);
  if (!subject) {
    await ensureStyleSheets(card.parentElement ?? card);
    return;
  }
  const { link } = subject;
  const labels = await wordsAround(card);
  const draw = (facts: RepositoryFacts): void => {
    const formerly = own && facts.movedTo ? follow(card, anchor, facts.movedTo, link, forges) : undefined;
    writeCard(card, describeFacts(facts, { show: parseShow(card.show), forges, labels }, formerly));
  };
  const page: Page | null = card.closest('doc-page');
  const facts = await gather(card, link, page);
  draw(facts);
  await ensureStyleSheets(card.parentElement ?? card);
  if (!(card.live || page?.live) || !isNamedForge(link.host, forges)) return;
  const { askForge } = await import('../dom/forge-live.js');
  askForge(card, link, facts, draw);
}

/** A link that has followed a rename is still about what it was about. */
function subjectOf(card: CardHost, anchor: HTMLAnchorElement, forges: ForgeHosts): Subject | undefined {
  const known = subjects.get(card);
  if (known?.address === anchor.href) return known;
  const link = parseRepository(anchor.href, forges);
  if (!link) return undefined;
  const subject = { link, address: anchor.href };
  subjects.set(card, subject);
  return subject;
}

/** Data without a date were set by somebody who knows: they count as the newest. */
async function gather(card: CardHost, link: RepositoryLink, page: Page | null): Promise<RepositoryFacts> {
  const { url } = link;
  const problems: Problem[] = [];
  const own =
    typeof card.data === 'object' && card.data !== null
      ? readFacts({ ...card.data, url }, '', problems)
      : undefined;
  if (problems.length > 0) card.dispatchEvent(new DocProblemEvent(problems));
  let facts = mergeFacts({ url }, readCard(card, url));
  if (page) facts = mergeFacts(facts, await fromSnapshot(page, url));
  if (!own) return facts;
  return own.fetchedAt === undefined ? { ...facts, ...own } : mergeFacts(facts, own);
}

/** What the page's snapshot says: the one it was given, or else the one it was prerendered with. */
async function fromSnapshot(page: Page, url: string): Promise<RepositoryFacts | undefined> {
  const snapshot = page.repos ? await snapshotOf(page.repos) : adoptedSnapshot(page);
  if (!snapshot) return undefined;
  if (snapshot.problems.length > 0 && told.get(page) !== snapshot)
    page.dispatchEvent(new DocProblemEvent(snapshot.problems));
  told.set(page, snapshot);
  return snapshot.facts.get(repositoryKey(url));
}

/** Lets the card's own link lead to what its repository is called now. Gives the name it no longer has. */
function follow(
  card: CardHost,
  anchor: HTMLAnchorElement,
  movedTo: string,
  link: RepositoryLink,
  forges: ForgeHosts,
): string {
  const now = parseRepository(movedTo, forges);
  if (now && anchor.href !== now.url) {
    anchor.href = now.url;
    anchor.textContent = formatRepository(now);
    subjects.set(card, { link, address: anchor.href });
  }
  return formatRepository(link);
}
