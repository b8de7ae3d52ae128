import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage } from '../../src/index.js';
import { fixture, until } from './fixture.js';
import {
  echo,
  FAULT,
  forget,
  fresh,
  listenToLoading,
  moment,
  requests,
  statesOf,
  told,
  toldEvents,
  type Loading,
} from './loading.js';

const FALLBACK = '<p>fallback</p>';
const slow = (body: string, milliseconds: number, more = ''): string =>
  `${FAULT}slow/a.md?ms=${milliseconds}&body=${encodeURIComponent(body)}${more}`;
/** A Markdown page that is answered when {@link letGo} says so: no load of the machine makes it come too early. */
const held = (body: string, name: string, more = ''): string =>
  `${FAULT}held/a.md?until=${name}&count=${name}&body=${encodeURIComponent(body)}${more}`;
const letGo = (name: string): Promise<Response> => fetch(`${FAULT}well/${name}`);
const text = (element: Element): string => element.textContent.trim();

/** A page whose answer never comes, with its fallback. */
async function waiting(): Promise<DocPage> {
  const page = fixture<DocPage>(`<doc-page src="${FAULT}hang">${FALLBACK}</doc-page>`);
  await until(() => statesOf(page).includes('loading'), 'the page to load');
  return page;
}

async function failed(): Promise<DocPage> {
  const page = fixture<DocPage>(`<doc-page src="${FAULT}status/404">${FALLBACK}</doc-page>`);
  await page.updateComplete;
  expect(statesOf(page)).to.deep.equal(['error']);
  return page;
}

async function loaded(more = ''): Promise<DocPage> {
  const page = fixture<DocPage>(`<doc-page src="${echo('Loaded', more)}">${FALLBACK}</doc-page>`);
  await page.updateComplete;
  expect(text(page)).to.equal('Loaded');
  return page;
}

describe('a source that changes', () => {
  listenToLoading();

  describe('a hundred times in a second', () => {
    /** Answers that come the faster the later they were asked for: one that is overtaken would come last. */
    const sources: [name: string, source: (index: number, name: string) => string][] = [
      [
        'of answers that overtake each other',
        (index, name) => slow(`Text ${index}`, 600 - 5 * index, `&count=${name}`),
      ],
      [
        'of which half fail',
        (index, name) =>
          index % 2 === 0
            ? `${FAULT}status/500?count=${name}`
            : slow(`Text ${index}`, 300 - 2 * index, `&count=${name}`),
      ],
      ['of which the one before had no answer', (index) => (index < 99 ? `${FAULT}hang` : echo('Text 99'))],
    ];
    for (const tag of ['doc-page', 'doc-section'])
      for (const [name, source] of sources)
        it(`shows the newest in a ${tag}: ${name}`, async () => {
          const element = fixture<Loading>(`<${tag}>${FALLBACK}</${tag}>`);
          const count = fresh();
          const shown: string[] = [];
          element.addEventListener('doc-render', () => shown.push(text(element)));
          await element.updateComplete;
          for (let index = 0; index < 100; index++) {
            element.src = source(index, count);
            await moment(10);
          }
          await element.updateComplete;
          expect(text(element)).to.equal('Text 99');
          await moment(400);
          expect(text(element)).to.equal('Text 99');
          expect(statesOf(element)).to.deep.equal(['ready']);
          // None is shown after one that is newer.
          const order = shown.slice(1).map((shown) => Number(shown.replace('Text ', '')));
          expect(order).to.deep.equal([...order].sort((a, b) => a - b));
        });

    it('asks for the last of those that came at once', async () => {
      const page = fixture<DocPage>(`<doc-page>${FALLBACK}</doc-page>`);
      const count = fresh();
      for (let index = 0; index < 100; index++) page.src = echo(`Text ${index}`, `&count=${count}`);
      await page.updateComplete;
      expect(text(page)).to.equal('Text 99');
      expect(toldEvents()).to.deep.equal(['doc-load', 'doc-render']);
      expect((await requests(count)).count).to.equal(1);
    });

    it('gives up the requests that are overtaken', async () => {
      const page = fixture<DocPage>('<doc-page></doc-page>');
      const count = fresh();
      for (let index = 0; index < 5; index++) {
        page.src = `${FAULT}hang?count=${count}&index=${index}`;
        await moment(50);
      }
      page.src = echo('Newest');
      await page.updateComplete;
      let given = await requests(count);
      for (let tries = 0; given.aborted < given.count && tries < 50; tries++) {
        await moment(50);
        given = await requests(count);
      }
      expect(given.count).to.be.within(1, 5);
      expect(given.aborted).to.equal(given.count);
      expect(text(page)).to.equal('Newest');
    });
  });

  describe('is removed', () => {
    it('while it loads: the fallback is the content', async () => {
      const page = await waiting();
      page.removeAttribute('src');
      await page.updateComplete;
      expect(statesOf(page)).to.deep.equal(['ready']);
      expect(text(page)).to.equal('fallback');
      expect(toldEvents()).to.deep.equal(['doc-render']);
    });

    it('after it has failed: the message goes', async () => {
      const page = await failed();
      page.removeAttribute('src');
      await page.updateComplete;
      expect(statesOf(page)).to.deep.equal(['ready']);
      expect(text(page)).to.equal('fallback');
      expect(page.problems).to.deep.equal([]);
      expect(page.shadowRoot?.querySelector('[part="error"]')).to.equal(null);
    });

    it('after it was shown: it stays, and nothing is asked for', async () => {
      const count = fresh();
      const page = await loaded(`&count=${count}`);
      page.removeAttribute('src');
      await page.updateComplete;
      expect(statesOf(page)).to.deep.equal(['ready']);
      expect(text(page)).to.equal('Loaded');
      expect((await requests(count)).count).to.equal(1);
    });

    it('after a later one has failed: what is shown is not stale', async () => {
      const page = await loaded();
      page.src = `${FAULT}status/500`;
      await page.updateComplete;
      expect(statesOf(page)).to.deep.equal(['error', 'stale']);
      page.src = '';
      await page.updateComplete;
      expect(statesOf(page)).to.deep.equal(['ready']);
      expect(page.problems).to.deep.equal([]);
      expect(text(page)).to.equal('Loaded');
    });
  });

  describe('by whoever is told that it has failed', () => {
    it('and loads again: what comes of that is what counts', async () => {
      const page = fixture<DocPage>(`<doc-page src="${FAULT}flaky/page.md?count=${fresh()}"></doc-page>`);
      page.addEventListener('doc-error', () => void page.refresh(), { once: true });
      await page.updateComplete;
      expect(statesOf(page)).to.deep.equal(['ready']);
      expect(told).to.not.include(':error');
      expect(toldEvents()).to.deep.equal(['doc-error', 'doc-load', 'doc-render']);
      expect(page.problems).to.deep.equal([]);
    });

    it('and takes the element away: nothing more is told', async () => {
      const page = fixture<DocPage>(`<doc-page src="${FAULT}status/404"></doc-page>`);
      page.addEventListener('doc-error', () => page.remove(), { once: true });
      await until(() => toldEvents().includes('doc-error'), 'the failure');
      await moment();
      expect(statesOf(page)).to.deep.equal([]);
    });
  });

  describe('of an element that is taken out and put back', () => {
    const putBack = async (page: DocPage): Promise<void> => {
      page.remove();
      await moment();
      expect(statesOf(page)).to.not.include('loading');
      forget();
      fixture('<div></div>').append(page);
      await page.updateComplete;
    };

    it('while it loads: it is asked for again, and shown once', async () => {
      const count = fresh();
      const page = fixture<DocPage>(
        `<doc-page src="${slow('Text', 100, `&count=${count}`)}">${FALLBACK}</doc-page>`,
      );
      for (let times = 0; times < 3; times++) {
        await until(() => statesOf(page).includes('loading'), 'the page to load');
        await putBack(page);
        if (times < 2) void page.refresh();
      }
      expect(toldEvents()).to.deep.equal(['doc-load', 'doc-render']);
      expect(text(page)).to.equal('Text');
      expect(statesOf(page)).to.deep.equal(['ready']);
    });

    it('while it loads, at once: it is shown once', async () => {
      const page = fixture<DocPage>(`<doc-page src="${slow('Text', 100)}">${FALLBACK}</doc-page>`);
      await until(() => statesOf(page).includes('loading'), 'the page to load');
      for (let times = 0; times < 20; times++) fixture('<div></div>').append(page);
      await page.updateComplete;
      expect(toldEvents()).to.deep.equal(['doc-load', 'doc-render']);
      expect(text(page)).to.equal('Text');
    });

    it('and stays out: nothing is told, and the request is given up', async () => {
      const count = fresh();
      const page = fixture<DocPage>(`<doc-page src="${FAULT}hang?count=${count}">${FALLBACK}</doc-page>`);
      for (let tries = 0; (await requests(count)).count === 0 && tries < 50; tries++) await moment(50);
      forget();
      page.remove();
      for (let tries = 0; (await requests(count)).aborted === 0 && tries < 50; tries++) await moment(50);
      expect(await requests(count)).to.include({ count: 1, aborted: 1 });
      expect(told).to.deep.equal([]);
      expect(statesOf(page)).to.deep.equal([]);
    });

    it('after it has failed: it is asked for again', async () => {
      const name = fresh();
      const page = fixture<DocPage>(
        `<doc-page src="${FAULT}status/500?until=${name}">${FALLBACK}</doc-page>`,
      );
      await page.updateComplete;
      expect(statesOf(page)).to.deep.equal(['error']);
      await fetch(`${FAULT}well/${name}`);
      await putBack(page);
      expect(statesOf(page)).to.deep.equal(['ready']);
      expect(page.shadowRoot?.querySelector('[part="error"]')).to.equal(null);
    });

    it('after it was shown: nothing is asked for', async () => {
      const count = fresh();
      const page = await loaded(`&count=${count}`);
      await putBack(page);
      expect(statesOf(page)).to.deep.equal(['ready']);
      expect(told).to.deep.equal([]);
      expect((await requests(count)).count).to.equal(1);
    });

    it('with another source: that one is shown', async () => {
      const page = await waiting();
      page.remove();
      page.src = echo('Other');
      fixture('<div></div>').append(page);
      await page.updateComplete;
      expect(text(page)).to.equal('Other');
      expect(statesOf(page)).to.deep.equal(['ready']);
    });
  });

  describe('that many elements share', () => {
    const many = (src: string): Loading[] => {
      const pages = `<doc-page src="${src}">${FALLBACK}</doc-page><doc-section src="${src}">${FALLBACK}</doc-section>`;
      return [
        ...fixture<HTMLDivElement>(`<div>${pages.repeat(25)}</div>`).querySelectorAll<Loading>('[src]'),
      ];
    };
    const complete = (elements: readonly Loading[]): Promise<unknown> =>
      Promise.all(elements.map(({ updateComplete }) => updateComplete));

    const allToLoad = (elements: readonly Loading[]): Promise<void> =>
      until(() => elements.every((each) => statesOf(each).includes('loading')), 'all to load');

    it('is fetched once for 50', async () => {
      const name = fresh();
      const elements = many(held('Shared', name));
      await allToLoad(elements);
      await letGo(name);
      await complete(elements);
      expect(elements.map(text)).to.deep.equal(Array<string>(50).fill('Shared'));
      expect((await requests(name)).count).to.equal(1);
    });

    it('fails once for each of 50', async () => {
      const name = fresh();
      const elements = many(held('Down', name, '&status=500'));
      await allToLoad(elements);
      await letGo(name);
      await complete(elements);
      expect(elements.map((each) => each.querySelector('p')?.textContent)).to.deep.equal(
        Array<string>(50).fill('fallback'),
      );
      expect(toldEvents().filter((type) => type === 'doc-error')).to.have.lengthOf(50);
      expect(told).not.to.include(':ready');
      expect((await requests(name)).count).to.equal(1);
    });

    it('goes on for the others when most are taken out', async () => {
      const name = fresh();
      const elements = many(held('Shared', name));
      await allToLoad(elements);
      await moment(50);
      for (const each of elements.slice(1)) each.remove();
      await moment();
      await letGo(name);
      await complete(elements.slice(0, 1));
      expect(elements.slice(0, 1).map(text)).to.deep.equal(['Shared']);
      expect(await requests(name)).to.include({ count: 1, aborted: 0 });
    });
  });
});
