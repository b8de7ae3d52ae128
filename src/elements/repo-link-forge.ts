import { childrenParsed } from '../dom/children-parsed.js';
import { forgeOf } from '../model/forge-hosts.js';
import { parseForges } from '../model/forge-list.js';
import type { Forge } from '../model/repository.js';
import { isSafeUrl } from '../model/safe-url.js';
import { signOf, type Sign } from './forge-icons.js';

/** The element as this module sees it. */
export interface RepoLinkHost extends HTMLElement {
  readonly repo: string;
  readonly href: string;
  readonly forges: string;
  readonly variant: string;
  readonly show: string;
  readonly live: boolean;
  readonly data: unknown;
  forge: Forge | undefined;
  sign: Sign;
  requestUpdate(): void;
}

/** A place in a repository: more than owner and name. */
const DEEP_PATH = /^\/[^/]+\/[^/]+\/+[^/]/;

/** A text that is nothing but an address. */
const BARE_URL = /^\s*https?:\/\/\S+\s*$/i;

/** The hosts that a link knows beside the public ones: its own, or those of its page. */
const forgesOf = (element: RepoLinkHost): string =>
  element.forges || (element.closest('doc-page')?.getAttribute('forges') ?? '');

/** Addresses that were read last, so that nothing is read twice. */
const readLast = new WeakMap<RepoLinkHost, string>();

/**
 * Reads what an element leads to and gives it its sign; makes the link where only an address was given. What can be
 * told by the host is there at once.
 */
export function readLink(element: RepoLinkHost): Promise<void> | undefined {
  const anchor = element.querySelector('a');
  return anchor ? readAnchor(element, anchor) : makeLink(element);
}

async function makeLink(element: RepoLinkHost): Promise<void> {
  const anchor = await makeAnchor(element);
  if (anchor) await readAnchor(element, anchor);
}

/** Links that are named after their repository, not by an author. */
const named = new WeakSet<HTMLAnchorElement>();

/** A prerendered card is complete, unless there is something newer to be had. */
function needsCard(element: RepoLinkHost): boolean {
  if (element.variant !== 'card') return false;
  const page: (Element & { repos?: unknown; live?: boolean }) | null = element.closest('doc-page');
  const isComplete = element.querySelector(':scope > .repo-facts') !== null;
  return !isComplete || element.data != null || element.live || Boolean(page?.repos) || page?.live === true;
}

async function readCard(
  element: RepoLinkHost,
  anchor: HTMLAnchorElement,
  place: Promise<void> | undefined,
): Promise<void> {
  const { showCard } = await import('./repo-card.js');
  await showCard(element, anchor, named.has(anchor), forgesOf(element));
  await place;
}

function readAnchor(element: RepoLinkHost, anchor: HTMLAnchorElement): Promise<void> | undefined {
  const place = readHost(element, anchor);
  return needsCard(element) ? readCard(element, anchor, place) : place;
}

function readHost(element: RepoLinkHost, anchor: HTMLAnchorElement): Promise<void> | undefined {
  const address = `${anchor.href} ${forgesOf(element)}`;
  if (readLast.get(element) === address) return undefined;
  readLast.set(element, address);
  const host = anchor.host.replace(/^www\./, '');
  element.forge = forgeOf(host, parseForges(forgesOf(element)));
  element.sign = signOf(host === 'codeberg.org' ? 'codeberg' : element.forge);
  element.requestUpdate();
  if (!element.forge) return undefined;
  const isBare = BARE_URL.test(anchor.textContent) && !anchor.hasAttribute('aria-label');
  const isDeep = DEEP_PATH.test(anchor.pathname);
  return isBare || isDeep ? readPlace(element, anchor, isBare, isDeep) : undefined;
}

/**
 * Says what a link leads to whose text is nothing but its address, and shows the sign of the place in the repository
 * that it leads to, if there is one. What knows the places is loaded with the first such link.
 */
async function readPlace(
  element: RepoLinkHost,
  anchor: HTMLAnchorElement,
  isBare: boolean,
  isDeep: boolean,
): Promise<void> {
  const { href } = anchor;
  if (isBare) {
    const { describeLink } = await import('./repo-names.js');
    await describeLink(anchor, parseForges(forgesOf(element)));
  }
  if (!isDeep) return;
  const { placeSign } = await import('./place-signs.js');
  const sign = placeSign(anchor.pathname);
  if (!sign || anchor.href !== href) return;
  element.sign = sign;
  element.requestUpdate();
}

/**
 * The link for an element that was given an address only: `href`, or a repository by its URL or as `owner/name` on
 * GitHub. The element's own text, if it has any, goes into it. `undefined` where there is no address, or an unsafe one.
 */
async function makeAnchor(element: RepoLinkHost): Promise<HTMLAnchorElement | undefined> {
  const { repo, href } = element;
  const isShort = /^[\w.-]+\/[\w.-]+$/.test(repo);
  const address = href || (isShort ? `https://github.com/${repo}` : repo);
  if (!address || !isSafeUrl(address, 'link')) return undefined;
  await childrenParsed(element);
  const name = !href && isShort ? repo : await nameOf(element, address);
  const written = element.querySelector('a');
  if (written) return written;
  const anchor = element.ownerDocument.createElement('a');
  anchor.href = address;
  if (element.textContent.trim()) anchor.append(...element.childNodes);
  else {
    anchor.textContent = name;
    named.add(anchor);
  }
  element.append(anchor);
  return anchor;
}

/** What an address is called takes a look at what it leads to. */
async function nameOf(element: RepoLinkHost, address: string): Promise<string> {
  if (element.textContent.trim()) return '';
  const { nameOf: name } = await import('./repo-names.js');
  return name(address, parseForges(forgesOf(element)));
}
