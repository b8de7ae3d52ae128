import { expect } from 'chai';
import { createScrollSpy, type ScrollSpy } from '../../src/dom/scroll-spy.js';
import { attachShadows, find, frames, mount, removeFixtures, until } from './fixture.js';

/** Reports come with a frame after the scroll has been done, which takes an engine one or two itself. */
const reaches = async (spy: ScrollSpy, id: string | undefined): Promise<void> => {
  await until(() => spy.current === id, 1500).catch(() => expect(spy.current).to.equal(id));
  await frames(1);
  expect(spy.current).to.equal(id);
};

const sections = (ids: string, height = 1000): string =>
  ids
    .split(' ')
    .map(
      (id) =>
        `<doc-section style="display: block; height: ${String(height)}px"><h2 id="${id}">${id}</h2></doc-section>`,
    )
    .join('');

describe('createScrollSpy', () => {
  const spies: ScrollSpy[] = [];
  const styles: HTMLStyleElement[] = [];

  function style(css: string): void {
    const element = document.createElement('style');
    element.textContent = css;
    document.head.append(element);
    styles.push(element);
  }

  function spyOn(root: Element, headings = [...root.querySelectorAll('h2')]) {
    const reports: (string | undefined)[] = [];
    const spy = createScrollSpy(root, headings, (id) => reports.push(id));
    spies.push(spy);
    return { spy, reports };
  }

  afterEach(async () => {
    for (const spy of spies.splice(0)) spy.dispose();
    for (const element of styles.splice(0)) element.remove();
    removeFixtures();
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
    await frames(2);
  });

  it('reports each section the reader comes to, once', async () => {
    const root = mount(
      `<div style="height: 800px"></div>${sections('a b c')}<div style="height: 2000px"></div>`,
    );
    const { spy, reports } = spyOn(root);
    await frames();
    expect(reports, 'above the first').to.deep.equal([]);
    for (const id of ['a', 'b', 'b', 'c', 'a']) {
      find(root, `#${id}`).scrollIntoView();
      await reaches(spy, id);
      scrollBy(0, 20);
      await frames(3);
    }
    expect(reports).to.deep.equal(['a', 'b', 'c', 'a']);
    scrollTo(0, 0);
    await until(() => reports.length > 4);
    expect(reports).to.deep.equal(['a', 'b', 'c', 'a', undefined]);
  });

  it('reports where the reader is to begin with', async () => {
    const root = mount(sections('a b'));
    scrollTo(0, 1100);
    const { reports } = spyOn(root);
    await until(() => reports.length > 0);
    expect(reports).to.deep.equal(['b']);
  });

  it('respects scroll padding and scroll margin', async () => {
    style('html { scroll-padding-top: 100px } #b { scroll-margin-top: 50px } body { margin: 0 }');
    const root = mount(`<div style="height: 800px"></div>${sections('a b c')}`);
    const { spy } = spyOn(root);
    for (const id of ['a', 'b', 'c', 'b']) {
      find(root, `#${id}`).scrollIntoView();
      await reaches(spy, id);
      const above = scrollY - 20;
      // Firefox takes a scroll back that leaves what was scrolled into view in sight: go by way of the top.
      scrollTo(0, 0);
      await until(() => scrollY === 0);
      scrollTo(0, above);
      await until(() => scrollY > 0);
      await until(() => spy.current !== id);
    }
  });

  it('respects scroll padding in percent', async () => {
    style('html { scroll-padding-top: 20% }');
    const root = mount(`<div style="height: 800px"></div>${sections('a b c')}`);
    const { spy } = spyOn(root);
    find(root, '#b').scrollIntoView();
    await reaches(spy, 'b');
  });

  it('reports the last section in sight at the end of the page', async () => {
    const root = mount(sections('a', 1500) + sections('b c', 60));
    const { spy } = spyOn(root);
    scrollTo(0, document.documentElement.scrollHeight);
    await reaches(spy, 'c');
  });

  it('reports the section a link led to when the page ends before it comes up', async () => {
    const root = mount(sections('a', 1500) + sections('b c', 60));
    const { spy } = spyOn(root);
    location.hash = '#b';
    await reaches(spy, 'b');
  });

  it('does not take a short page for one scrolled to its end', async () => {
    const root = mount(`<div style="height: 30px"></div>${sections('a b', 40)}`);
    const { spy } = spyOn(root);
    await frames(4);
    expect(spy.current).to.be.undefined;
  });

  it('works in a scroll container', async () => {
    const root = mount(
      `<div style="height: 80px"></div><div id="area" style="height: 300px; overflow: auto; scroll-padding-top: 30px"><div id="page">${sections('a b c')}</div></div>`,
    );
    const { spy } = spyOn(find(root, '#page'));
    await reaches(spy, 'a');
    find(root, '#area').scrollTop = 1100;
    await reaches(spy, 'b');
    find(root, '#area').scrollTop = 9999;
    await reaches(spy, 'c');
  });

  it('works in a scroll container of a shadow root around it', async () => {
    const root = mount(
      `<with-shadow><template><div id="area" style="height: 300px; overflow: auto"><slot></slot></div></template><div id="page">${sections('a b c')}</div></with-shadow>`,
    );
    attachShadows(root);
    const { spy } = spyOn(find(root, '#page'));
    const area = find(find(root, 'with-shadow').shadowRoot!, '#area');
    area.scrollTop = 1100;
    await reaches(spy, 'b');
  });

  it('keeps two pages apart', async () => {
    const root = mount(
      `<div id="one">${sections('a b')}</div><div id="two">${sections('c d')}</div><div style="height: 2000px"></div>`,
    );
    const one = spyOn(find(root, '#one'));
    const two = spyOn(find(root, '#two'));
    find(root, '#b').scrollIntoView();
    await reaches(one.spy, 'b');
    expect(two.spy.current).to.be.undefined;
    find(root, '#c').scrollIntoView();
    await reaches(two.spy, 'c');
    expect(one.spy.current).to.equal('b');
    one.spy.dispose();
    find(root, '#d').scrollIntoView();
    await reaches(two.spy, 'd');
    expect(one.reports.at(-1), 'one is gone').to.equal('b');
  });

  it('notices content that grows above', async () => {
    const root = mount(`<div id="grows" style="height: 0"></div>${sections('a b c')}`);
    style('html { overflow-anchor: none }');
    const { spy } = spyOn(root);
    find(root, '#b').scrollIntoView();
    await reaches(spy, 'b');
    find(root, '#grows').style.height = '900px';
    await reaches(spy, 'a');
  });

  it('passes over headings that are not rendered', async () => {
    const root = mount(
      sections('a') + sections('b').replace('display: block', 'display: none') + sections('c d'),
    );
    const { spy } = spyOn(root);
    scrollTo(0, 300);
    await reaches(spy, 'a');
    find(root, '#c').scrollIntoView();
    await reaches(spy, 'c');
  });

  it('takes new headings', async () => {
    const root = mount(sections('a b'));
    const { spy, reports } = spyOn(root);
    scrollTo(0, 1100);
    await reaches(spy, 'b');
    root.innerHTML = sections('x y');
    spy.refresh([...root.querySelectorAll('h2')]);
    scrollTo(0, 1100);
    await reaches(spy, 'y');
    spy.refresh([]);
    await until(() => spy.current === undefined);
    expect(reports.at(-1)).to.be.undefined;
  });

  it('is silent after it has been disposed of', async () => {
    const root = mount(sections('a b'));
    const { spy, reports } = spyOn(root);
    spy.dispose();
    spy.dispose();
    scrollTo(0, 1100);
    await frames(3);
    expect(reports).to.deep.equal([]);
  });

  it('measures few headings of many', async () => {
    const ids = Array.from({ length: 400 }, (_, index) => `h${String(index)}`).join(' ');
    const root = mount(sections(ids, 100));
    const { spy } = spyOn(root);
    await frames(3);
    let measured = 0;
    for (const heading of root.querySelectorAll('h2')) {
      const original = heading.getBoundingClientRect.bind(heading);
      heading.getBoundingClientRect = () => {
        measured++;
        return original();
      };
    }
    scrollTo(0, 20_050);
    await until(() => spy.current !== undefined);
    expect(measured).to.be.within(1, 40);
  });
});
