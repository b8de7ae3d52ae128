import { expect } from 'chai';
import '../../src/index.js';
import type { RepoLink } from '../../src/index.js';
import { fixture, until } from './fixture.js';
import { fresh, listenToLoading, moment, toldEvents } from './loading.js';

/** Each test asks the forge as somebody of its own, and so does each browser. */
let session = '';
const asked = async (): Promise<number> => {
  const answer = await fetch(`/__forge/log/${session}`);
  return ((await answer.json()) as { requests: string[] }).requests.length;
};
const address = (scenario: string, name = 'n9'): string =>
  `http://${location.host}/${scenario}-${session}/${name}`;
const keyOf = (url: string): string => `doc-elements:repo:${url.replace('http://', '')}`;
const PAUSE = `doc-elements:forge-pause:${location.host}`;

/** A card that knows of five stars, and asks. */
async function show(url: string, date = '2020-01-02'): Promise<RepoLink> {
  const card = fixture<RepoLink>(
    `<repo-link variant="card" live forges="${location.host}=github"><a href="${url}">It</a>` +
      '<div class="repo-facts" data-doc-chrome=""><ul class="repo-figures"><li class="repo-stars"><data value="5">5 stars</data></li></ul>' +
      `<p class="repo-age">As of <time datetime="${date}">then</time></p></div></repo-link>`,
  );
  await card.updateComplete;
  return card;
}
const starsOf = (card: Element): string | undefined =>
  card.querySelector('.repo-stars')?.textContent ?? undefined;

async function untilAsked(times: number): Promise<void> {
  for (let tries = 0; tries < 100 && (await asked()) < times; tries++) await moment(50);
  // A moment longer, for what should not come.
  await moment(200);
}

/** Lets clocks run in `shift` milliseconds from now. */
async function inClock(shift: number, run: () => Promise<void>): Promise<void> {
  const { now } = Date;
  Date.now = () => now() + shift;
  try {
    await run();
  } finally {
    Date.now = now;
  }
}

const DAY = 86_400_000;

describe('a forge', () => {
  listenToLoading();
  beforeEach(() => {
    session = fresh();
  });
  afterEach(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('doc-elements:') || key.startsWith('filler')) localStorage.removeItem(key);
  });

  describe('that answers nonsense is asked once, and the card says what it said:', () => {
    for (const scenario of [
      ...['missing', 'broken', 'malformed', 'login', 'foreign', 'list', 'null', 'text', 'huge', 'empty'],
      ...['forbidden', 'reset'],
    ])
      it(scenario, async () => {
        const card = await show(address(scenario));
        const before = card.innerHTML;
        await untilAsked(1);
        expect(card.innerHTML).to.equal(before);
        expect(await asked()).to.equal(1);
        expect(toldEvents()).to.deep.equal([]);
      });

    it('wrong, of which it takes what is right', async () => {
      const card = await show(address('wrong'));
      await untilAsked(1);
      expect(starsOf(card)).to.equal('5 stars');
      expect(card.querySelector('a')!.href).to.equal(address('wrong'));
      expect(card.textContent).not.to.match(/many|object|undefined|NaN/i);
      expect(toldEvents()).to.deep.equal([]);
    });
  });

  describe('that has had enough is left alone:', () => {
    for (const scenario of ['throttled', 'angry'])
      it(scenario, async () => {
        const card = await show(address(scenario));
        await untilAsked(1);
        await show(address('ok', 'n8'));
        await moment(200);
        expect(starsOf(card)).to.equal('5 stars');
        expect(await asked()).to.equal(1);
        const pause = Number(localStorage.getItem(PAUSE)) - Date.now();
        expect(pause).to.be.within(10_000, 3_600_000);
        // A day later it is asked again. For the clock of the next test what it says then comes from a jump.
        await inClock(DAY, async () => {
          await show(address('ok', 'n7'));
          await untilAsked(3);
        });
        expect(await asked()).to.be.greaterThan(2);
      });
  });

  describe('is asked by a clock that jumps', () => {
    it('back a year while it is to be left alone: for no longer than an hour', async () => {
      await show(address('angry'));
      await untilAsked(1);
      await inClock(-365 * DAY, async () => {
        const card = await show(address('ok', 'n8'));
        await until(() => starsOf(card) === '8 stars', 'the stars');
      });
    });

    it('back, and what it says is newer than what the card said', async () => {
      await inClock(-3650 * DAY, async () => {
        const card = await show(address('ok'), '2026-01-01');
        await until(() => starsOf(card) === '9 stars', 'the stars');
      });
    });

    it('ahead, and what is remembered is asked for again', async () => {
      const url = address('ok');
      const entry = { facts: { url, stars: 77, fetchedAt: '2026-01-01' }, checkedAt: Date.now() + 400 * DAY };
      localStorage.setItem(keyOf(url), JSON.stringify(entry));
      const card = await show(url);
      expect(starsOf(card)).to.equal('77 stars');
      await until(() => starsOf(card) === '9 stars', 'the stars');
    });

    it('ahead, and what is too old is not shown', async () => {
      const url = address('slow');
      localStorage.setItem(
        keyOf(url),
        JSON.stringify({ facts: { url, stars: 77, fetchedAt: '2026-01-01' }, checkedAt: Date.now() }),
      );
      await inClock(400 * DAY, async () => {
        const card = await show(url);
        expect(starsOf(card)).to.equal('5 stars');
        await until(() => starsOf(card) === '9 stars', 'the stars');
      });
    });
  });

  describe('is asked without a memory', () => {
    /** Every way in which the browser's storage fails. */
    const storages: [name: string, fail: () => () => void][] = [
      ['that may not be read nor written', () => replaceStorage(() => deny())],
      ['that is not there', () => replaceStorage(() => undefined)],
      [
        'that denies every call',
        () => {
          const storage = new Proxy({}, { get: () => deny, ownKeys: deny, has: deny });
          return replaceStorage(() => storage);
        },
      ],
      ['that is full', fillStorage],
    ];
    for (const [name, fail] of storages)
      it(name, async () => {
        const restore = fail();
        try {
          const card = await show(address('ok'));
          await until(() => starsOf(card) === '9 stars', 'the stars');
          expect(toldEvents()).to.deep.equal([]);

          const group = fixture(
            '<doc-code><doc-code heading="a"><pre><code>a</code></pre></doc-code><doc-code heading="b"><pre><code>b</code></pre></doc-code></doc-code>',
          );
          const tabs = (): HTMLElement[] => [
            ...(group.shadowRoot?.querySelectorAll<HTMLElement>('[role="tab"]') ?? []),
          ];
          await until(() => tabs().length === 2, 'the tabs');
          tabs()[1]!.click();
          await until(() => tabs()[1]!.getAttribute('aria-selected') === 'true', 'the other tab');
        } finally {
          restore();
        }
      });

    it('that is full of what it remembers: the oldest makes room', () => {
      const old = address('ok', 'old');
      const facts = { url: old, stars: 1, description: 'x'.repeat(1000), fetchedAt: '2026-01-01' };
      localStorage.setItem(keyOf(old), JSON.stringify({ facts, checkedAt: 1 }));
      const restore = fillStorage();
      return show(address('ok'))
        .then((card) => until(() => starsOf(card) === '9 stars', 'the stars'))
        .then(() => until(() => localStorage.getItem(keyOf(address('ok'))) !== null, 'the memory'))
        .then(() => {
          expect(localStorage.getItem(keyOf(old))).to.equal(null);
        })
        .finally(restore);
    });
  });
});

const deny = (): never => {
  throw new DOMException('Denied', 'SecurityError');
};

function replaceStorage(get: () => unknown): () => void {
  const original = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
  Object.defineProperty(window, 'localStorage', { configurable: true, get });
  return () => {
    Object.defineProperty(window, 'localStorage', original);
  };
}

/** Leaves not a byte of what the site may store. */
function fillStorage(): () => void {
  let index = 0;
  for (let size = 1_000_000; size >= 1;)
    try {
      localStorage.setItem(`filler${index}`, 'x'.repeat(size));
      index++;
    } catch {
      size = Math.floor(size / 2);
    }
  return () => {
    for (; index >= 0; index--) localStorage.removeItem(`filler${index}`);
  };
}
