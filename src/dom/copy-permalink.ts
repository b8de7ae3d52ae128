import { CHROME_ATTRIBUTE, COPIED_ATTRIBUTE } from '../model/names.js';
import { withoutHash } from './fragment-link.js';
import { wordsAround } from './words.js';

/** Milliseconds for which a permalink shows that its address has been copied. */
const SHOWN = 2000;

/**
 * Copies the address of a permalink that the reader follows, shows that on the link and says it. Nothing happens where
 * the browser forbids it: the address is in the address bar all the same.
 */
export async function copyPermalink(link: HTMLAnchorElement): Promise<void> {
  try {
    // A fragment leads to a place of this page, whatever a `base` element says.
    await navigator.clipboard.writeText(withoutHash(location.href) + link.hash);
  } catch {
    return;
  }
  link.setAttribute(COPIED_ATTRIBUTE, '');
  const unsay = await say(link);
  setTimeout(() => {
    link.removeAttribute(COPIED_ATTRIBUTE);
    unsay();
  }, SHOWN);
}

/** A live region is listened to before there is anything in it. */
async function say(link: HTMLAnchorElement): Promise<() => void> {
  const region = link.ownerDocument.createElement('span');
  region.className = 'sr-only';
  region.setAttribute('role', 'status');
  region.setAttribute(CHROME_ATTRIBUTE, '');
  link.after(region);
  const { linkCopied } = await wordsAround(link);
  setTimeout(() => {
    region.textContent = linkCopied;
  }, 100);
  return () => region.remove();
}
