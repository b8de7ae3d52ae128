import { languageOf, type Language } from '../model/language.js';

/** What was set by us on an element: the attributes of its host are not ours to change. */
const shown = new WeakMap<Element, Language>();

/** Takes the language of a prerendered page for one of ours, so that the next page can bring its own. */
export const adoptLanguage = (element: Element): void => {
  const { lang, dir } = element as HTMLElement;
  shown.set(element, {
    ...(lang ? { lang } : {}),
    ...(dir === 'ltr' || dir === 'rtl' ? { dir } : {}),
  });
};

/** The language an element stands in: its host's word for it, or that of what is around it, across shadow roots. */
export function contextLanguage(element: Element): string | undefined {
  const own = element.getAttribute('lang');
  if (own && own !== shown.get(element)?.lang) return own;
  const root = element.getRootNode();
  const around = element.parentElement?.closest('[lang]')?.getAttribute('lang');
  return around ?? (root instanceof ShadowRoot ? contextLanguage(root.host) : undefined);
}

/**
 * Says on the element in which language its page is written, and in which direction that runs. A language that the
 * host has given the element stays, and so does its direction.
 */
export function showLanguage(element: Element, page: Language): void {
  const before = shown.get(element) ?? {};
  const isTheHosts = (name: 'lang' | 'dir'): boolean => {
    const value = element.getAttribute(name);
    return value !== null && value !== before[name];
  };
  if (isTheHosts('lang')) return;
  const language = languageOf(page);
  for (const name of ['lang', 'dir'] as const) {
    if (isTheHosts(name)) continue;
    const value = language[name];
    if (value === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  shown.set(element, language);
}
