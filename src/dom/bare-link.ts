/** A text that is nothing but an address. */
const BARE_URL = /^\s*https?:\/\/\S+\s*$/i;

/** Whether a link says no more than its address. */
export const isBareLink = (anchor: Element): boolean =>
  BARE_URL.test(anchor.textContent) && !anchor.hasAttribute('aria-label');
