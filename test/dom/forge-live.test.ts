import { expect } from 'chai';
import '../../src/index.js';
import type { DocForgeRequestEvent, RepoLink } from '../../src/index.js';
import { clearFixtures, fixture, until } from '../elements/fixture.js';

interface Log {
  readonly requests: string[];
  readonly most: number;
  readonly conditional: number;
  readonly tokens: number;
}

/** Each test asks the forge as somebody of its own, and so does each browser. */
let session = '';
const logOf = async (): Promise<Log> => (await fetch(`/__forge/log/${session}`)).json() as Promise<Log>;
const address = (scenario: string, name: string, host = location.host): string =>
  `http://${host}/${scenario}-${session}/${name}`;

/** A card that knows of five stars from long ago. */
const card = (url: string, software = 'github', extra = ''): string =>
  `<repo-link variant="card" live forges="${new URL(url).host}=${software}"${extra}><a href="${url}">It</a>` +
  '<div class="repo-facts" data-doc-chrome=""><ul class="repo-figures"><li class="repo-stars"><data value="5">5 stars</data></li></ul>' +
  '<p class="repo-age">As of <time datetime="2020-01-02">2 Jan 2020</time></p></div></repo-link>';

const make = async (html: string): Promise<RepoLink> => {
  const element = fixture<RepoLink>(html);
  await element.updateComplete;
  return element;
};
const starsOf = (element: Element): string | undefined =>
  element.querySelector('.repo-stars')?.textContent ?? undefined;
const keyOf = (url: string): string => `doc-elements:repo:${url.replace('http://', '')}`;

/** Waits until the forge was asked so often, and a moment longer for what should not come. */
async function untilAsked(times: number): Promise<Log> {
  const end = performance.now() + 8000;
  let log = await logOf();
  while (log.requests.length < times && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    log = await logOf();
  }
  expect(log.requests).to.have.length.of.at.least(times);
  await new Promise((resolve) => setTimeout(resolve, 150));
  return logOf();
}

describe('live cards', () => {
  beforeEach(() => {
    session = Math.random().toString(36).slice(2, 10);
  });
  afterEach(() => {
    clearFixtures();
    for (const key of Object.keys(localStorage))
      if (key.startsWith('doc-elements:')) localStorage.removeItem(key);
  });

  it('ask nobody who is not consented to, and not before', async () => {
    const hosts: string[] = [];
    const cancel = (event: DocForgeRequestEvent): void => {
      hosts.push(event.host);
      event.preventDefault();
    };
    document.body.addEventListener('doc-forge-request', cancel);
    await make(card(address('ok', 'a', `refused.${location.host}`)));
    await make(card(address('ok', 'b', `refused.${location.host}`)));
    await until(() => hosts.length > 0, 'the question');
    document.body.removeEventListener('doc-forge-request', cancel);

    let agree!: (consent: boolean) => void;
    const ask = (event: DocForgeRequestEvent): void => {
      event.consent(new Promise((resolve) => (agree = resolve)));
    };
    document.body.addEventListener('doc-forge-request', ask, { once: true });
    const element = await make(card(address('ok', 'n42')));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await logOf()).requests).to.deep.equal([]);
    agree(true);
    await until(() => starsOf(element) === '42 stars', 'the stars');
    expect(hosts).to.deep.equal([`refused.${location.host}`]);
    expect((await logOf()).tokens).to.equal(0);
  });

  for (const software of ['github', 'gitlab', 'gitea'])
    it(`show what is true now on ${software}`, async () => {
      const element = await make(card(address('ok', 'n1234'), software));
      await until(() => starsOf(element) === '1,234 stars', 'the stars');
      expect(element.textContent).to.include('From the forge').and.to.include('MIT');
      expect(element.querySelector('time')!.dateTime.slice(0, 4)).not.to.equal('2020');
    });

  it('follow a rename', async () => {
    const element = await make(card(address('moved', 'cli')));
    await until(() => element.querySelector('.repo-moved') !== null, 'the new name');
    expect(element.querySelector('.repo-state')!.textContent).to.equal(`Moved to now-${session}/sdk`);
    expect(element.querySelector('a')!.href).to.equal(address('moved', 'cli'));
  });

  for (const scenario of ['missing', 'broken', 'malformed', 'login', 'foreign'])
    it(`keep what they say when the answer is ${scenario}`, async () => {
      const element = await make(card(address(scenario, 'n9')));
      const before = element.innerHTML;
      const { requests } = await untilAsked(1);
      expect(element.innerHTML).to.equal(before);
      expect(requests).to.have.lengthOf(1);
    });

  for (const scenario of ['limited', 'busy'])
    it(`keep what they say while the forge is ${scenario}, and ask again when it may be asked`, async () => {
      const element = await make(card(address(scenario, 'n9')));
      const other = await make(card(address(scenario, 'n8')));
      const seen = new Set<string | undefined>();
      const watch = setInterval(() => seen.add(starsOf(element)), 20);
      await until(() => starsOf(element) === '9 stars' && starsOf(other) === '8 stars', 'the stars');
      clearInterval(watch);
      seen.add(starsOf(element));
      expect([...seen]).to.deep.equal(['5 stars', '9 stars']);
      // Two that were refused at most, and two that were not.
      expect((await logOf()).requests.length).to.be.within(3, 4);
    });

  it('send back the mark of what they remember, and show it meanwhile', async () => {
    const url = address('ok', 'n9');
    const hours = Date.now() - 2 * 3_600_000;
    const facts = { url, stars: 77, fetchedAt: new Date(hours).toISOString() };
    localStorage.setItem(keyOf(url), JSON.stringify({ facts, etag: '"v1"', checkedAt: hours }));
    const element = await make(card(url));
    expect(starsOf(element)).to.equal('77 stars');
    const { conditional, requests } = await untilAsked(1);
    expect(conditional).to.equal(1);
    expect(requests).to.have.lengthOf(1);
    expect(starsOf(element)).to.equal('77 stars');
    const { checkedAt } = JSON.parse(localStorage.getItem(keyOf(url))!) as { checkedAt: number };
    expect(checkedAt).to.be.greaterThan(hours + 3_600_000);
  });

  it('ask nobody about what was asked a moment ago, by this page or another', async () => {
    const url = address('ok', 'n9');
    const facts = { url, stars: 77, fetchedAt: new Date().toISOString() };
    localStorage.setItem(keyOf(url), JSON.stringify({ facts, checkedAt: Date.now() - 1000 }));
    const element = await make(card(url));
    expect(starsOf(element)).to.equal('77 stars');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await logOf()).requests).to.deep.equal([]);
  });

  it('do without a memory that is full or denied, or that somebody else has written to', async () => {
    const url = address('ok', 'n9');
    localStorage.setItem(keyOf(url), '{"facts":{"url":"javascript:alert(1)"},"checkedAt":"x"}');
    const setItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!;
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
    try {
      const element = await make(card(url));
      await until(() => starsOf(element) === '9 stars', 'the stars');
    } finally {
      Object.defineProperty(Storage.prototype, 'setItem', setItem);
    }
  });

  it('ask once for 500 cards of 100 repositories, four at once, and not for those out of view', async () => {
    const cards = Array.from({ length: 500 }, (_, index) =>
      card(address('slow', `n${index % 100}`), 'github', ' style="block-size: 90px; overflow: hidden"'),
    );
    const list = fixture(`<div>${cards.join('')}</div>`);
    await Promise.all([...list.querySelectorAll('repo-link')].map((element) => element.updateComplete));
    const inView = [...list.children].filter(
      (element) => element.getBoundingClientRect().top < innerHeight,
    ).length;
    expect(inView).to.be.within(2, 50);
    const first = await untilAsked(inView);
    expect(new Set(first.requests).size).to.equal(first.requests.length);
    expect(first.requests).to.have.lengthOf(inView);
    expect(first.most).to.be.within(2, 4);
    await until(() => starsOf(list.children[0]!) === '0 stars', 'the stars');
    // Another card of the same repository, far out of view, knows it too.
    expect(starsOf(list.children[400]!)).to.equal('0 stars');
    expect(starsOf(list.children[60]!)).to.equal('5 stars');
    list.children[60]!.scrollIntoView();
    await until(() => starsOf(list.children[60]!) === '60 stars', 'the stars of what has come into view');
    const then = await logOf();
    expect(new Set(then.requests).size).to.equal(then.requests.length);
    expect(then.most).to.be.at.most(4);
    scrollTo(0, 0);
  });
});
