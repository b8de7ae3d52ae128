import { expect } from 'chai';
import { repairFragmentLinks } from '../../src/dom/fragment-link.js';
import { findTarget, followFragment, scrollToFragment } from '../../src/dom/fragment.js';
import { attachShadows, find, frames, mount, removeFixtures, until } from './fixture.js';

const address = location.pathname + location.search;

/** Without a fragment, and at the top. */
async function leave(): Promise<void> {
  removeFixtures();
  history.replaceState(null, '', address);
  scrollTo(0, 0);
  await frames(2);
}

const top = (element: Element): number => Math.round(element.getBoundingClientRect().top);

describe('findTarget', () => {
  afterEach(leave);

  const cases: [name: string, html: string, hash: string, expected: string | undefined][] = [
    ['an id', '<p id="a">1</p>', '#a', '1'],
    ['an id by its encoded form', '<p id="привет">1</p>', '#%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82', '1'],
    ['a name of an anchor', '<a name="old">1</a>', '#old', '1'],
    ['an id with the prefix of a forge', '<p id="user-content-a">1</p>', '#a', '1'],
    ['an id by another case', '<p id="about-net">1</p>', '#About-NET', '1'],
    ['a name by another case', '<a name="Old">1</a>', '#old', '1'],
    ['nothing for a name of something else', '<img name="a" alt="">', '#a', undefined],
    ['nothing', '<p id="a">1</p>', '#b', undefined],
    ['nothing for an empty fragment', '<p id="a">1</p>', '#', undefined],
    ['nothing for odd characters', '<p id="a">1</p>', '#"]\\', undefined],
  ];
  for (const [name, html, hash, expected] of cases)
    it(`finds ${name}`, () => expect(findTarget(mount(html), hash)?.textContent).to.equal(expected));

  it('leaves what the fragment means elsewhere in the document', () => {
    mount('<p id="elsewhere">1</p>');
    expect(findTarget(mount('<p id="ELSEWHERE">2</p>'), '#elsewhere')).to.be.undefined;
  });

  it('finds it in its own shadow tree', () => {
    const root = mount('<with-shadow><template><div><p id="inner">1</p></div></template></with-shadow>');
    attachShadows(root);
    const inner = find(find(root, 'with-shadow').shadowRoot!, 'div');
    expect(findTarget(inner, '#inner')?.textContent).to.equal('1');
  });
});

describe('scrollToFragment', () => {
  afterEach(leave);

  it('goes there, so that :target matches, and adds an entry to the history', async () => {
    const root = mount(
      '<div style="height: 2000px"></div><h2 id="goal">x</h2><div style="height: 2000px"></div>',
    );
    const { length } = history;
    expect(scrollToFragment(root, '#Goal')).to.be.true;
    await until(() => top(find(root, '#goal')) === 0);
    expect(location.hash).to.equal('#goal');
    expect(find(root, '#goal').matches(':target')).to.be.true;
    expect(history.length).to.equal(length + 1);
  });

  it('goes nowhere for what is not there', () => {
    const { length } = history;
    expect(scrollToFragment(mount('<p>x</p>'), '#nowhere')).to.be.false;
    expect([location.hash, history.length]).to.deep.equal(['', length]);
  });

  it('goes into a shadow tree', async () => {
    const root = mount(
      '<with-shadow><template><div style="height: 2000px"></div><p id="inner">1</p><div style="height: 2000px"></div></template></with-shadow>',
    );
    attachShadows(root);
    const inner = find(find(root, 'with-shadow').shadowRoot!, '#inner');
    expect(scrollToFragment(inner.previousElementSibling!, '#inner')).to.be.false;
    const page = document.createElement('div');
    inner.replaceWith(page);
    page.append(inner);
    expect(scrollToFragment(page, '#inner')).to.be.true;
    await until(() => top(inner) === 0);
    expect(location.hash).to.equal('#inner');
  });
});

describe('repairFragmentLinks', () => {
  let stop = (): void => undefined;
  /** Whether the click was taken over; the browser's own answer to it is let through where `native` says so. */
  function click(link: Element, init: MouseEventInit = {}, native = false): boolean {
    let taken = false;
    const watch = (event: Event): void => {
      taken = event.defaultPrevented;
      if (!native) event.preventDefault();
    };
    document.addEventListener('click', watch, { once: true });
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...init }));
    return taken;
  }
  const page = (link: string): HTMLElement => {
    const root = mount(
      `${link}<div style="height: 2000px"></div><h2 id="goal">x</h2><div style="height: 2000px"></div>`,
    );
    stop = repairFragmentLinks(root);
    return root;
  };
  afterEach(async () => {
    stop();
    await leave();
  });

  it('repairs a link by another writing of the id', async () => {
    const root = page('<a href="#GOAL"><b>x</b></a>');
    expect(click(find(root, 'b'))).to.be.true;
    await until(() => location.hash === '#goal');
    await until(() => top(find(root, '#goal')) === 0);
  });

  it('goes on with a link to nothing as a browser does, and tells of it', async () => {
    const dead: string[] = [];
    const root = mount('<a href="#nothing">x</a>');
    stop = repairFragmentLinks(root, ({ code, message }) => dead.push(code, message));
    click(find(root, 'a'));
    await until(() => location.hash === '#nothing');
    expect(dead).to.have.length(2);
    expect(dead[0]).to.equal('fragment-dead');
    expect(dead[1]).to.include('“#nothing”');
  });

  const left: [name: string, link: string, init?: MouseEventInit][] = [
    ['a link that works', '<a href="#goal">x</a>'],
    ['a link to the top', '<a href="#top">x</a>'],
    ['an empty fragment', '<a href="#">x</a>'],
    ['a link to another page', '<a href="/x#GOAL">x</a>'],
    ['a click with Ctrl', '<a href="#GOAL">x</a>', { ctrlKey: true }],
    ['a click with Shift', '<a href="#GOAL">x</a>', { shiftKey: true }],
    ['a click with Alt', '<a href="#GOAL">x</a>', { altKey: true }],
    ['a click with the command key', '<a href="#GOAL">x</a>', { metaKey: true }],
    ['a click with the middle button', '<a href="#GOAL">x</a>', { button: 1 }],
    ['a link to a new window', '<a href="#GOAL" target="_blank">x</a>'],
    ['a download', '<a href="#GOAL" download>x</a>'],
  ];
  for (const [name, link, init] of left)
    it(`leaves ${name}`, () => {
      expect(click(find(page(link), 'a'), init)).to.be.false;
      expect(location.hash).to.equal('');
    });

  it('leaves a click that somebody else has answered', () => {
    const root = page('<a href="#GOAL">x</a>');
    find(root, 'a').addEventListener('click', (event) => event.preventDefault());
    click(find(root, 'a'));
    expect(location.hash).to.equal('');
  });

  it('leaves the browser to follow a link that works', async () => {
    const root = page('<a href="#goal">x</a>');
    click(find(root, 'a'), {}, true);
    await until(() => top(find(root, '#goal')) === 0);
    expect(find(root, '#goal').matches(':target')).to.be.true;
  });

  it('stays on the page under a <base>', async () => {
    const base = document.createElement('base');
    base.href = '/elsewhere/';
    document.head.append(base);
    try {
      const root = page('<a href="#goal">x</a>');
      expect(click(find(root, 'a'))).to.be.true;
      await until(() => location.pathname + location.search + location.hash === `${address}#goal`);
      await until(() => top(find(root, '#goal')) === 0);
    } finally {
      base.remove();
    }
  });

  it('ends when told', () => {
    const root = page('<a href="#GOAL">x</a>');
    stop();
    expect(click(find(root, 'a'))).to.be.false;
  });
});

interface Finished {
  readonly followed: boolean;
  readonly before: number;
  readonly after: number;
  readonly state: unknown;
}

interface Framed {
  readonly window: Window;
  readonly result: Finished;
  readonly target: () => string | undefined;
  readonly goal: () => number;
}

describe('followFragment', () => {
  afterEach(leave);

  const FIXTURE = '/test/dom/fixtures/deep-link.html';
  let frame: HTMLIFrameElement;

  /** What the page in the frame has done by the time its content is there. */
  async function read(goal: string): Promise<Framed> {
    const { contentWindow: window } = frame as {
      contentWindow: (Window & { finished?: Promise<Finished> }) | null;
    };
    if (!window) throw new Error('the frame has no window');
    await until(() => window.finished !== undefined);
    const result = (await window.finished)!;
    return {
      window,
      result,
      target: () => window.document.querySelector(':target')?.id,
      goal: () => top(find(window.document, goal)),
    };
  }

  async function open(query: string, hash: string): Promise<Framed> {
    frame = document.createElement('iframe');
    frame.style.cssText = 'width: 600px; height: 400px; position: fixed; inset: 0 auto auto 0; border: 0';
    frame.src = `${FIXTURE}?${query}${hash}`;
    mount('').append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    return read(hash.startsWith('#s') ? hash : '#s20');
  }

  const loaded = (): Promise<unknown> =>
    new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));

  it('goes to the target when the content has come late, and the history stays as it was', async () => {
    const { result, target, goal } = await open('', '#s20');
    expect(result.followed).to.be.true;
    expect(result.after).to.equal(result.before);
    expect(target()).to.equal('s20');
    await until(() => goal() === 0);
  });

  it('goes to the target that another writing means', async () => {
    const { window, target, goal } = await open('', '#S20');
    expect(window.location.hash).to.equal('#s20');
    expect(target()).to.equal('s20');
    await until(() => goal() === 0);
  });

  it('keeps the state of the history entry', async () =>
    expect((await open('state', '#s20')).result).to.deep.include({ followed: true, state: { router: 1 } }));

  it('respects scroll padding', async () => {
    const { goal } = await open('padding=70', '#s20');
    await until(() => goal() === 70);
  });

  for (const query of [
    'estimated',
    'estimated&noanchor',
    'estimated&padding=50',
    'estimated&smooth&noanchor',
  ])
    for (const id of ['s3', 's20', 's37'])
      it(`comes to #${id} in its place among sections that are only estimated (${query})`, async () => {
        const { goal, target } = await open(query, `#${id}`);
        const expected = query.includes('padding') ? 50 : 0;
        await until(() => Math.abs(goal() - expected) <= 1);
        await frames(10);
        expect(goal()).to.be.closeTo(expected, 1);
        expect(target()).to.equal(id);
      });

  it('comes to rest in its place after a link in a host that scrolls smoothly', async () => {
    const { window, goal, target } = await open('estimated&smooth&noanchor', '#s20');
    const { document } = window;
    document.body.insertAdjacentHTML('beforeend', '<a href="#S20" style="position: fixed; top: 0">go</a>');
    window.scrollTo({ top: 0, behavior: 'instant' });
    window.dispatchEvent(new Event('pointerdown'));
    find(document, 'a').click();
    expect(target()).to.equal('s20');
    await until(() => Math.abs(goal()) <= 1);
    await frames(10);
    expect(goal()).to.be.closeTo(0, 1);
  });

  it('stays in its place when something above grows', async () => {
    const { window, goal } = await open('noanchor', '#s20');
    await until(() => goal() === 0);
    await frames(5);
    find(window.document, '#s2').style.height = '700px';
    await frames(2);
    await until(() => goal() === 0);
  });

  for (const type of ['wheel', 'keydown', 'touchstart', 'pointerdown'])
    it(`leaves the position to the reader after ${type}`, async () => {
      const { window, goal } = await open('noanchor', '#s20');
      await until(() => goal() === 0);
      await frames(5);
      window.dispatchEvent(new Event(type));
      find(window.document, '#s2').style.height = '700px';
      await frames(10);
      expect(goal()).to.be.greaterThan(500);
    });

  it('corrects a few times at most', async () => {
    const { window, goal } = await open('noanchor', '#s20');
    await until(() => goal() === 0);
    for (let round = 1; round <= 12; round++) {
      find(window.document, '#s2').style.height = `${String(100 + round * 100)}px`;
      await frames(4);
    }
    expect(goal()).to.be.greaterThan(300);
  });

  it('leaves a reader who has begun to scroll', async () => {
    const { result, window } = await open('tall&scrolled', '#s20');
    expect(result.followed).to.be.false;
    expect(window.scrollY).to.equal(500);
  });

  it('leaves a target that the browser has found itself', async () => {
    const { result } = await open('early', '#s20');
    // An engine that looks once only, before our script, needs to be told; then the target is what counts.
    if (result.followed) expect(result.after).to.equal(result.before);
  });

  for (const hash of ['', '#', '#top', '#nowhere'])
    it(`goes nowhere for "${hash}"`, async () => {
      const { result, window } = await open('', hash);
      expect(result.followed).to.be.false;
      expect(window.scrollY).to.equal(0);
    });

  it('leaves a reload to the browser', async () => {
    const { window } = await open('', '#s20');
    const again = loaded();
    window.location.reload();
    await again;
    expect((await read('#s20')).result.followed).to.be.false;
  });

  it('leaves Back to the browser', async () => {
    const { window } = await open('', '#s20');
    const away = loaded();
    window.location.href = '/test/dom/fixtures/empty.html';
    await away;
    const back = loaded();
    frame.contentWindow?.history.back();
    await back;
    expect((await read('#s20')).result.followed).to.be.false;
  });

  it('goes back from where a link led', async () => {
    const { window, goal, target } = await open('', '#s20');
    await until(() => goal() === 0);
    await frames(5);
    window.dispatchEvent(new Event('wheel'));
    window.location.hash = '#s30';
    await until(() => target() === 's30');
    window.history.back();
    await until(() => window.location.hash === '#s20');
    await until(() => Math.abs(goal()) <= 1);
    expect(target()).to.equal('s20');
    window.history.forward();
    await until(() => window.location.hash === '#s30');
    expect(target()).to.equal('s30');
  });

  it('works in a shadow tree', async () => {
    const root = mount(
      '<with-shadow><template><div><div style="height: 2000px"></div><p id="deep">1</p><div style="height: 2000px"></div></div></template></with-shadow>',
    );
    attachShadows(root);
    history.replaceState(null, '', '#deep');
    const page = find(find(root, 'with-shadow').shadowRoot!, 'div');
    expect(followFragment(page)).to.be.true;
    await until(() => top(find(page, '#deep')) === 0);
  });
});
