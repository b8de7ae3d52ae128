import { apiUrl } from '../model/forge-api.js';
import { freshness, type ForgeEntry } from '../model/forge-entry.js';
import { backOff, isPaused } from '../model/forge-pause.js';
import { plan, type Wanted } from '../model/forge-queue.js';
import { mergeFacts, repositoryKey, type RepositoryFacts } from '../model/repository-facts.js';
import type { RepositoryLink } from '../model/repository.js';
import { DocForgeRequestEvent } from './forge-request-event.js';
import { requestFacts, type ForgeAnswer } from './forge-request.js';
import { readEntry, readPause, writeEntry, writePause } from './forge-store.js';

/** Shows a card's facts. */
type Draw = (facts: RepositoryFacts) => void;

interface Card {
  facts: RepositoryFacts;
  draw: Draw;
  visible: boolean;
}

/** One repository, with all its cards in the page. */
class Watch implements Wanted {
  readonly cards = new Map<Element, Card>();
  entry: ForgeEntry | undefined;
  since = 0;
  notBefore = 0;
  running = false;
  failures = 0;
  /** Whether the forge has said this in the life of this page. */
  answered = false;

  constructor(
    readonly key: string,
    readonly link: RepositoryLink,
    readonly url: string,
    readonly host: string,
  ) {}

  get visible(): boolean {
    return [...this.cards.values()].some((card) => card.visible);
  }

  /** The observer says nothing of a card that was taken out before it had been looked at. */
  forgetGone(): void {
    for (const card of this.cards.keys()) if (!card.isConnected) this.cards.delete(card);
  }

  /** What is known now is shown by every card; what it does not speak of stays as each card has it. */
  draw(): void {
    const facts = this.entry?.facts;
    if (!facts) return;
    for (const card of this.cards.values()) {
      card.facts = mergeFacts(card.facts, this.answered ? asNewest(facts, card.facts) : facts);
      card.draw(card.facts);
    }
  }
}

/** A repository that keeps failing is left alone for as long as the page lives. */
const MOST_FAILURES = 5;

const watches = new Map<string, Watch>();
const watchOf = new WeakMap<Element, Watch>();
const pauses = new Map<string, number>();
const asked = new Set<string>();
let clock = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let observer: IntersectionObserver | undefined;

/**
 * Lets a card know what its forge says: at once what the browser remembers, and once the card is in view, what is
 * true now. All cards of a repository share one request, all repositories of the page one queue.
 */
export function askForge(card: Element, link: RepositoryLink, facts: RepositoryFacts, draw: Draw): void {
  const url = apiUrl(link);
  if (url === undefined) return;
  const key = repositoryKey(link.url);
  const watch = watches.get(key) ?? begin(key, link, url);
  const before = watchOf.get(card);
  if (before !== watch) before?.cards.delete(card);
  watchOf.set(card, watch);
  watch.cards.set(card, { facts, draw, visible: watch.cards.get(card)?.visible ?? false });
  watch.draw();
  observer ??= createObserver();
  observer.observe(card);
}

function begin(key: string, link: RepositoryLink, url: string): Watch {
  const { host } = new URL(url);
  const watch = new Watch(key, link, url, host);
  watches.set(key, watch);
  if (!pauses.has(host)) pauses.set(host, readPause(host, Date.now()));
  recall(watch);
  return watch;
}

/** Takes what is remembered; another page of the site may have asked meanwhile. Tells whether nobody need be asked. */
function recall(watch: Watch): boolean {
  const now = Date.now();
  watch.entry = readEntry(watch.key, now) ?? watch.entry;
  const isFresh = watch.entry !== undefined && freshness(watch.entry, now) === 'fresh';
  if (isFresh) watch.notBefore = Infinity;
  return isFresh;
}

function createObserver(): IntersectionObserver {
  document.addEventListener('visibilitychange', proceed);
  return new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const watch = watchOf.get(target);
      const card = watch?.cards.get(target);
      if (!watch || !card) continue;
      if (isIntersecting && !watch.visible) watch.since = ++clock;
      card.visible = isIntersecting;
      if (!target.isConnected) observer?.unobserve(target);
    }
    proceed();
  });
}

/** Starts what may start now, and comes back when more may. */
function proceed(): void {
  clearTimeout(timer);
  for (const watch of watches.values()) watch.forgetGone();
  if (document.visibilityState === 'hidden') return;
  const { ask, wake } = plan(watches.values(), pauses, Date.now());
  for (const key of ask) {
    const watch = watches.get(key);
    if (watch && mayAsk(watch)) void run(watch);
  }
  if (wake !== undefined) timer = setTimeout(proceed, Math.max(0, wake - Date.now()));
}

/** The host of the page is asked once for each forge; until its answer is there the forge is left alone. */
function mayAsk(watch: Watch): boolean {
  const { host } = watch;
  if (asked.has(host)) return !isPaused(pauses.get(host) ?? 0, Date.now());
  asked.add(host);
  const event = new DocForgeRequestEvent(host);
  const target = [...watch.cards].find(([, { visible }]) => visible)?.[0];
  target?.dispatchEvent(event);
  const { given } = event;
  if (given === true) return true;
  const resume = pauses.get(host) ?? 0;
  pauses.set(host, Infinity);
  if (given !== false)
    given.then(
      (consent) => {
        if (!consent) return;
        pauses.set(host, resume);
        proceed();
      },
      () => undefined,
    );
  return false;
}

async function run(watch: Watch): Promise<void> {
  watch.running = true;
  try {
    if (recall(watch)) watch.draw();
    else settle(watch, await requestFacts(watch.link, watch.url, watch.entry?.etag));
  } finally {
    watch.running = false;
    proceed();
  }
}

function settle(watch: Watch, answer: ForgeAnswer): void {
  const now = Date.now();
  const { kind, facts, etag, pause } = answer;
  if (pause !== undefined) {
    pauses.set(watch.host, pause);
    writePause(watch.host, pause);
  }
  if (kind === 'failed') {
    // An answer that was refused for being one too many says nothing about the repository.
    if (pause !== undefined) return;
    watch.failures++;
    watch.notBefore = watch.failures < MOST_FAILURES ? now + backOff(watch.failures) : Infinity;
    // A forge may refuse the header that carries it.
    if (watch.entry) watch.entry = withoutEtag(watch.entry);
    return;
  }
  watch.notBefore = Infinity;
  watch.failures = 0;
  watch.answered = true;
  if (kind === 'facts' && facts)
    watch.entry = { facts, checkedAt: now, ...(etag === undefined ? {} : { etag }) };
  else if (kind === 'same' && watch.entry) watch.entry = confirmed(watch.entry, now);
  else watch.entry = { ...(watch.entry ?? {}), checkedAt: now };
  writeEntry(watch.key, watch.entry);
  watch.draw();
}

/** What the forge has just said is newer than anything, even where the clock is behind. */
const asNewest = (facts: RepositoryFacts, shown: RepositoryFacts): RepositoryFacts =>
  shown.fetchedAt !== undefined && Date.parse(shown.fetchedAt) > Date.parse(facts.fetchedAt ?? '')
    ? { ...facts, fetchedAt: shown.fetchedAt }
    : facts;

/** What has not changed is true now. */
const confirmed = (entry: ForgeEntry, now: number): ForgeEntry => ({
  ...entry,
  ...(entry.facts && { facts: { ...entry.facts, fetchedAt: new Date(now).toISOString() } }),
  checkedAt: now,
});

const withoutEtag = ({ facts, checkedAt }: ForgeEntry): ForgeEntry => ({
  ...(facts && { facts }),
  checkedAt,
});
