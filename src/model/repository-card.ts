import { formatCount, formatDate } from './format.js';
import { fill, type Labels } from './labels.js';
import { ENGLISH } from './labels/en.js';
import { CHROME_ATTRIBUTE } from './names.js';
import type { RepositoryFacts } from './repository-facts.js';
import { formatRepository, parseRepository, type ForgeHosts } from './repository.js';
import { isSafeUrl } from './safe-url.js';

/** Facts that a card shows where they are known; its state and age it always shows. */
export type CardFact = 'description' | 'language' | 'stars' | 'licence';

/** All of them. */
const CARD_FACTS: readonly CardFact[] = ['description', 'language', 'stars', 'licence'];

/** Facts as an attribute names them, with blanks between; all where it names none. */
export function parseShow(text: string): readonly CardFact[] {
  const words = new Set(text.toLowerCase().split(/[\s,]+/));
  const named = CARD_FACTS.filter((fact) => words.has(fact));
  return named.length > 0 ? named : CARD_FACTS;
}

/** The words of a card, and the language of its numbers and dates. */
export type CardLabels = Pick<Labels, 'lang' | 'repositories'>;

/** How a card is written. */
export interface CardOptions {
  /** Facts to show, in any order. Default: all. */
  readonly show?: readonly CardFact[];
  /** Forges on hosts of their own, so that their repositories are named as such. */
  readonly forges?: ForgeHosts;
  /** Words of a language, from `labelsFor`. Default: English. */
  readonly labels?: CardLabels;
}

/** HTML as a value, from which text and live nodes are made alike. A string is text. */
export interface CardElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly CardNode[];
}
export type CardNode = string | CardElement;

/** Class of what a card holds beside its link. */
export const FACTS_CLASS = 'repo-facts';

/**
 * What a card says of its repository beside the link: description, state, language, stars, licence, age. `undefined`
 * where nothing is known. `formerly` is the name that the card's own link no longer has.
 */
export function describeFacts(
  facts: RepositoryFacts,
  options: CardOptions = {},
  formerly?: string,
): CardElement | undefined {
  const { show = CARD_FACTS, labels = ENGLISH } = options;
  const description = show.includes('description') ? facts.description?.trim() : undefined;
  const children = [
    ...(description ? [element('p', 'repo-description', description)] : []),
    ...describeState(facts, options, labels.repositories, formerly),
    ...describeFigures(facts, show, labels),
    ...describeAge(facts, labels),
  ];
  if (children.length === 0) return undefined;
  return { tag: 'div', attributes: { class: FACTS_CLASS, [CHROME_ATTRIBUTE]: '' }, children };
}

/** Whether it is alive, and where it went. */
function describeState(
  { archived, movedTo, continuedIn }: RepositoryFacts,
  { forges }: CardOptions,
  labels: CardLabels['repositories'],
  formerly: string | undefined,
): CardElement[] {
  const badge = archived ? [element('strong', 'repo-archived', labels.archived)] : [];
  const parts: CardNode[][] = [];
  if (formerly !== undefined) parts.push([fill(labels.movedFrom, { repository: formerly })]);
  else if (isLink(movedTo)) parts.push(fillNode(labels.movedTo, linkTo('repo-moved', movedTo, forges)));
  if (isLink(continuedIn))
    parts.push(fillNode(labels.continuedIn, linkTo('repo-continued', continuedIn, forges)));
  if (badge.length + parts.length === 0) return [];
  const sentences = parts.flatMap((part, index) => (index > 0 ? [' · ', ...part] : part));
  const space = badge.length > 0 && parts.length > 0 ? [' '] : [];
  return [element('p', 'repo-state', ...badge, ...space, ...sentences)];
}

/** Language, stars and licence, in one list. */
function describeFigures(
  { language, stars, licence }: RepositoryFacts,
  show: readonly CardFact[],
  { lang, repositories: labels }: CardLabels,
): CardElement[] {
  const items = [
    ...(language && show.includes('language') ? [element('li', 'repo-language', language)] : []),
    ...(stars !== undefined && show.includes('stars')
      ? [element('li', 'repo-stars', value(String(stars), formatCount(labels.stars, stars, lang)))]
      : []),
    ...(licence && show.includes('licence')
      ? [element('li', 'repo-licence', value(licence, formatLicence(licence, labels)))]
      : []),
  ];
  return items.length > 0 ? [element('ul', 'repo-figures', ...items)] : [];
}

function describeAge({ fetchedAt }: RepositoryFacts, { lang, repositories }: CardLabels): CardElement[] {
  const time = fetchedAt === undefined ? NaN : Date.parse(fetchedAt);
  if (Number.isNaN(time)) return [];
  const moment = new Date(time).toISOString();
  const day: CardElement = {
    tag: 'time',
    attributes: { datetime: moment.replace(/T00:00:00\.000Z$/, '') },
    children: [formatDate(moment.slice(0, 10), lang, 'short')],
  };
  return [element('p', 'repo-age', ...fillNode(repositories.asOf, day))];
}

const element = (tag: string, className: string, ...children: readonly CardNode[]): CardElement => ({
  tag,
  attributes: { class: className },
  children,
});

/** What people read, with what programs read. */
const value = (data: string, text: string): CardElement => ({
  tag: 'data',
  attributes: { value: data },
  children: [text],
});

const isLink = (url: string | undefined): url is string => url !== undefined && isSafeUrl(url, 'link');

/** A repository named as people name it. */
function linkTo(className: string, url: string, forges: ForgeHosts | undefined): CardElement {
  const link = parseRepository(url, forges);
  return {
    tag: 'a',
    attributes: { class: className, href: url },
    children: [link ? formatRepository(link) : url],
  };
}

/** `text` with its one placeholder replaced by a node. */
function fillNode(text: string, node: CardElement): CardNode[] {
  const [before = '', after = ''] = text.split(/\{\w+\}/);
  return [before, node, after].filter((part) => part !== '');
}

/** Names such as "GNU General Public License v3" say what they are. */
const formatLicence = (licence: string, labels: CardLabels['repositories']): string =>
  /licen[cs]e/i.test(licence) ? licence : fill(labels.licence, { licence });
