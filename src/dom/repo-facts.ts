import { FACTS_CLASS, type CardElement, type CardNode } from '../model/repository-card.js';
import type { RepositoryFacts } from '../model/repository-facts.js';

/** What a card in the document already says; `undefined` where it says nothing. `url` is its repository's. */
export function readCard(card: Element, url: string): RepositoryFacts | undefined {
  const about = card.querySelector(`:scope > .${FACTS_CLASS}`);
  if (!about) return undefined;
  const text = (name: string): string | undefined =>
    about.querySelector(`.repo-${name}`)?.textContent.trim() || undefined;
  const valueOf = (name: string): string | undefined =>
    about.querySelector<HTMLDataElement>(`.repo-${name} > data`)?.value;
  const hrefOf = (name: string): string | undefined =>
    about.querySelector(`a.repo-${name}`)?.getAttribute('href') ?? undefined;
  const stars = Number(valueOf('stars') ?? NaN);
  return withoutUnknown({
    url,
    description: text('description'),
    language: text('language'),
    stars: Number.isSafeInteger(stars) ? stars : undefined,
    licence: valueOf('licence'),
    archived: about.querySelector('.repo-archived') ? true : undefined,
    movedTo: hrefOf('moved'),
    continuedIn: hrefOf('continued'),
    fetchedAt: about.querySelector('time')?.dateTime || undefined,
  });
}

const withoutUnknown = (facts: Record<string, unknown>): RepositoryFacts =>
  Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as unknown as RepositoryFacts;

/** Brings what a card says up to date. What is the same stays, so that nothing flickers and no focus is lost. */
export function writeCard(card: Element, about: CardElement | undefined): void {
  const shown = card.querySelector(`:scope > .${FACTS_CLASS}`);
  if (!about) {
    shown?.remove();
    return;
  }
  const fresh = build(card.ownerDocument, about);
  if (shown) update(shown, fresh);
  else card.append(fresh);
}

function update(shown: Element, fresh: Element): void {
  if (shown.isEqualNode(fresh)) return;
  const before = [...shown.children];
  const after = [...fresh.children];
  const isSame = (child: Element, index: number): boolean => child.className === after[index]?.className;
  if (before.length !== after.length || !before.every(isSame)) {
    shown.replaceChildren(...after);
    return;
  }
  for (const [index, child] of before.entries()) {
    const next = after[index];
    if (next && !child.isEqualNode(next)) child.replaceWith(next);
  }
}

function build(document: Document, { tag, attributes, children }: CardElement): Element {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(
    ...children.map((child: CardNode) => (typeof child === 'string' ? child : build(document, child))),
  );
  return element;
}
