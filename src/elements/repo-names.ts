import { wordsAround } from '../dom/words.js';
import { describeRepository } from '../model/describe-repository.js';
import { formatRepository, parseRepository, type ForgeHosts } from '../model/repository.js';

/** The text of a link that was given an address only: how people write what it leads to. */
export function nameOf(address: string, forges: ForgeHosts): string {
  const link = parseRepository(address, forges);
  return link ? formatRepository(link) : address;
}

/** Says what a link leads to whose text is nothing but its address. */
export async function describeLink(anchor: HTMLAnchorElement, forges: ForgeHosts): Promise<void> {
  const link = parseRepository(anchor.href, forges);
  if (!link) return;
  const labels = await wordsAround(anchor);
  // The address stays in the name: who says what they see must reach it too.
  anchor.setAttribute('aria-label', `${describeRepository(link, labels)}: ${anchor.textContent.trim()}`);
}
