import type { TemplateResult } from 'lit';
import { childrenParsed } from '../dom/children-parsed.js';
import { formatRepository, parseRepository, type RepositoryLink } from '../model/repository.js';
import { isSafeUrl } from '../model/url.js';
import { forgeIcon } from './forge-icons.js';

/** What a link leads to, and the sign of it. */
export interface Recognized {
  readonly link: RepositoryLink | undefined;
  readonly icon: TemplateResult;
}

export function recognize(anchor: HTMLAnchorElement | undefined): Recognized {
  const link = anchor ? parseRepository(anchor.href) : undefined;
  return { link, icon: forgeIcon(link?.forge) };
}

/**
 * The link for an element that was given an address only: `href`, or a repository by its URL or as `owner/name` on
 * GitHub. The element's own text, if it has any, goes into it. `undefined` where there is no address, or an unsafe one.
 */
export async function makeAnchor(
  element: Element,
  { repo, href }: { repo: string; href: string },
): Promise<HTMLAnchorElement | undefined> {
  const address = href || (/^[\w.-]+\/[\w.-]+$/.test(repo) ? `https://github.com/${repo}` : repo);
  if (!address || !isSafeUrl(address, 'link')) return undefined;
  await childrenParsed(element);
  const written = element.querySelector('a');
  if (written) return written;
  const anchor = element.ownerDocument.createElement('a');
  anchor.href = address;
  const link = parseRepository(address);
  if (element.textContent.trim()) anchor.append(...element.childNodes);
  else anchor.textContent = link ? formatRepository(link) : address;
  element.append(anchor);
  return anchor;
}
