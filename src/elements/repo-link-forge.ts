import { adoptStyles, type ReactiveElement } from '@lit/reactive-element';
import { html, render } from 'lit/html.js';
import { isBareLink } from '../dom/bare-link.js';
import { describeRepository } from '../model/describe-repository.js';
import { forgeOf } from '../model/forge-hosts.js';
import { parseForges } from '../model/forge-list.js';
import { repositoryAddress } from '../model/repository-address.js';
import { formatRepository, parseRepository, type Forge, type ForgeHosts } from '../model/repository.js';
import { isSafeUrl } from '../model/safe-url.js';
import { signOf, type Sign } from './forge-icons.js';
import { placeSign } from './place-signs.js';
import { styles } from './repo-link.styles.js';

/** The element as this module sees it. */
export interface RepoLinkHost extends ReactiveElement {
  readonly repo: string;
  readonly href: string;
  readonly forges: string;
  readonly show: string;
  readonly live: boolean;
  readonly data: unknown;
  forge: Forge | undefined;
  needsFacts(): boolean;
}

/** The hosts that a link knows beside the public ones: its own, or those of its page. */
function forgesOf(element: RepoLinkHost): string {
  if (element.forges) return element.forges;
  const page = element.closest<Element & { readonly forges?: string }>('doc-page');
  // A page that has not come to life yet has attributes only.
  return page?.forges ?? page?.getAttribute('forges') ?? '';
}

/** Addresses that were read last, so that nothing is read twice. */
const readLast = new WeakMap<RepoLinkHost, string>();

/** The signs of links that have one of their own; all others have that of the style sheet. */
const drawn = new WeakMap<RepoLinkHost, Sign>();

export const isDrawn = (element: RepoLinkHost): boolean => drawn.has(element);

/** Draws the sign of a link before it, where it has one of its own. */
export function drawSign(element: RepoLinkHost): void {
  const sign = drawn.get(element);
  const slot = element.renderRoot.querySelector('slot');
  if (!sign || !slot) return;
  const [fill, lines] = sign;
  const icon = html`<svg part="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d=${fill} />
    <path d=${lines} />
  </svg>`;
  render(icon, element.renderRoot, { renderBefore: slot });
}

/** Reads what an element leads to and gives it its sign; makes the link where only an address was given. */
export function readLink(element: RepoLinkHost): Promise<void> | undefined {
  const anchor = element.querySelector('a') ?? (isParsing(element) ? undefined : makeAnchor(element));
  if (anchor) return readAnchor(element, anchor);
  return anchor === undefined ? awaitChildren(element) : undefined;
}

const isParsing = ({ ownerDocument }: Element): boolean => ownerDocument.readyState === 'loading';

/** What the parser has not come to yet may be the link. */
async function awaitChildren(element: RepoLinkHost): Promise<void> {
  const { childrenParsed } = await import('../dom/children-parsed.js');
  await childrenParsed(element);
  const anchor = element.querySelector('a') ?? makeAnchor(element);
  if (anchor) await readAnchor(element, anchor);
}

/** Links that are named after their repository, not by an author. */
const ownNames = new WeakSet<HTMLAnchorElement>();

function readAnchor(element: RepoLinkHost, anchor: HTMLAnchorElement): Promise<void> | undefined {
  const named = readHost(element, anchor);
  return element.needsFacts() ? readCard(element, anchor, named) : named;
}

async function readCard(
  element: RepoLinkHost,
  anchor: HTMLAnchorElement,
  named: Promise<void> | undefined,
): Promise<void> {
  const { showCard } = await import('./repo-card.js');
  await showCard(element, anchor, ownNames.has(anchor), forgesOf(element));
  await named;
}

/** Shows the sign of what the link leads to. A link whose text is nothing but its address gets a name. */
function readHost(element: RepoLinkHost, anchor: HTMLAnchorElement): Promise<void> | undefined {
  const address = `${anchor.href} ${forgesOf(element)}`;
  if (readLast.get(element) === address) return undefined;
  readLast.set(element, address);
  const host = anchor.host.replace(/^www\./, '');
  const forges = parseForges(forgesOf(element));
  element.forge = forgeOf(host, forges);
  const place = element.forge && placeSign(anchor.pathname);
  if (!drawn.has(element)) {
    if (element.shadowRoot) adoptStyles(element.shadowRoot, [styles]);
    element.attachInternals().states.add('drawn');
  }
  drawn.set(element, place ?? signOf(host === 'codeberg.org' ? 'codeberg' : element.forge));
  element.requestUpdate();
  return isBareLink(anchor) ? describeLink(anchor, forges) : undefined;
}

async function describeLink(anchor: HTMLAnchorElement, forges: ForgeHosts): Promise<void> {
  const link = parseRepository(anchor.href, forges);
  if (!link) return;
  const { wordsAround } = await import('../dom/words.js');
  const labels = await wordsAround(anchor);
  // The address stays in the name: who says what they see must reach it too.
  anchor.setAttribute('aria-label', `${describeRepository(link, labels)}: ${anchor.textContent.trim()}`);
}

/**
 * The link for an element that was given an address only: `href`, or a repository by its URL or as `owner/name` on
 * GitHub. The element's own text, if it has any, goes into it. `null` where there is no address, or an unsafe one.
 */
function makeAnchor(element: RepoLinkHost): HTMLAnchorElement | null {
  const { repo, href } = element;
  const address = href || repositoryAddress(repo);
  if (!address || !isSafeUrl(address, 'link')) return null;
  const anchor = element.ownerDocument.createElement('a');
  anchor.href = address;
  if (element.textContent.trim()) anchor.append(...element.childNodes);
  else {
    const link = parseRepository(address, parseForges(forgesOf(element)));
    anchor.textContent = link ? formatRepository(link) : address;
    ownNames.add(anchor);
  }
  element.append(anchor);
  return anchor;
}
