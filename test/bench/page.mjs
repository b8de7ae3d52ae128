/** What runs in the browser: each contender takes a text to the DOM, and the bench calls one after the other. */
import createPurifier from 'dompurify';
import { LitElement, html } from 'lit';
import MarkdownIt from 'markdown-it';
import { Marked } from 'marked';
import { marked as marked4 } from 'marked4';
import * as smd from 'streaming-markdown';
import { markdownOf, withOneWordChanged } from './texts.mjs';

const marked = new Marked();
const markdownIt = new MarkdownIt({ html: true, linkify: true });
const purifier = createPurifier(window);

/** What a list of one's own for the native sanitizer looks like. */
const sanitizer = () =>
  new Sanitizer({
    elements: [
      'h1',
      'h2',
      'h3',
      'h4',
      'p',
      'a',
      'em',
      'strong',
      'code',
      'pre',
      'ul',
      'ol',
      'li',
      'blockquote',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'br',
      'hr',
      'img',
    ],
    attributes: ['href', 'src', 'alt', 'title', 'class', 'align'],
  });

const append = (tag) => {
  const element = document.createElement(tag);
  document.querySelector('main').append(element);
  return element;
};

/** @type {Record<string, (text: string) => unknown>} */
export const contenders = {
  'marked + innerHTML (unsafe)': (text) => {
    append('div').innerHTML = marked.parse(text);
  },
  'doc-elements': async (text) => {
    const page = document.createElement('doc-page');
    page.headingLevel = 1;
    page.markdown = text;
    document.querySelector('main').append(page);
    await page.updateComplete;
  },
  'marked + setHTML': (text) => {
    const div = append('div');
    if ('setHTML' in div) div.setHTML(marked.parse(text), { sanitizer: sanitizer() });
    else div.append(purifier.sanitize(marked.parse(text), { RETURN_DOM_FRAGMENT: true }));
  },
  'marked + DOMPurify': (text) => {
    append('div').append(purifier.sanitize(marked.parse(text), { RETURN_DOM_FRAGMENT: true }));
  },
  'markdown-it + innerHTML (unsafe)': (text) => {
    append('div').innerHTML = markdownIt.render(text);
  },
  'streaming-markdown': (text) => {
    const parser = smd.parser(smd.default_renderer(append('div')));
    smd.parser_write(parser, text);
    smd.parser_end(parser);
  },
  'md-block (unsafe)': async (text) => {
    const block = append('md-block');
    block.mdContent = text;
    // It tells by no promise; it is done in a few microtasks.
    for (let turn = 0; turn < 50 && !block.hasAttribute('rendered'); turn++) await null;
    if (!block.hasAttribute('rendered')) throw new Error('md-block has not rendered');
  },
  'wa-markdown (unsafe)': async (text) => {
    const element = document.createElement('wa-markdown');
    const script = document.createElement('script');
    script.type = 'text/markdown';
    script.textContent = text;
    element.append(script);
    document.querySelector('main').append(element);
    await element.updateComplete;
  },
  'zero-md (unsafe)': async (text) => {
    const element = document.createElement('zero-md');
    const done = new Promise((resolve) =>
      element.addEventListener('zero-md-rendered', resolve, { once: true }),
    );
    const script = document.createElement('script');
    script.type = 'text/markdown';
    script.textContent = text;
    element.append(script);
    document.querySelector('main').append(element);
    await Promise.race([
      done,
      new Promise((_, reject) => setTimeout(() => reject(new Error('zero-md has not rendered')), 20_000)),
    ]);
  },
};

/** HTML of pages of ours by their texts, with a sanitizer that lets it pass. @type {Map<string, { html: string; sanitizer: unknown }>} */
const ours = new Map();

/** The least that it takes to show what we show. */
const limits = {
  'marked alone': (text) => marked.parse(text),
  'marked + our HTML, sanitized': (text) => {
    marked.parse(text);
    const { html, sanitizer } = ours.get(text);
    append('div').setHTML(html, { sanitizer });
  },
};

const rendering = { ...contenders, ...limits };

const sanitizerOf = (root) => {
  const all = [...root.querySelectorAll('*')];
  return new Sanitizer({
    elements: [...new Set(all.map(({ localName }) => localName))],
    attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))],
    dataAttributes: false,
  });
};

/** How much two texts have in common at their beginning, or by `at` at their end. */
function longest(before, after, most, at = (text, from, to) => text.slice(from, to)) {
  let done = 0;
  for (let step = 1 << 16; step >= 1; step >>= 1)
    while (done + step <= most && at(before, done, done + step) === at(after, done, done + step))
      done += step;
  return done;
}

/** What reads the last block again with each piece. */
function lastBlock(write) {
  const div = append('div');
  let tail = '';
  let kept = 0;
  return (chunk) => {
    tail += chunk;
    const tokens = marked.lexer(tail);
    const last = tokens.findLastIndex(({ type }) => type !== 'space');
    for (const token of tokens.slice(0, Math.max(last, 0))) {
      tail = tail.slice(token.raw.length);
      while (div.childNodes.length > kept) div.lastChild.remove();
      write(div, marked.parser([token]));
      kept = div.childNodes.length;
    }
    while (div.childNodes.length > kept) div.lastChild.remove();
    write(div, marked.parse(tail));
  };
}

/** Text that grows by 100 characters at a time. @type {Record<string, () => (chunk: string, all: string) => unknown>} */
const streams = {
  'everything again': () => {
    const div = append('div');
    return (_chunk, all) => {
      div.innerHTML = marked.parse(all);
    };
  },
  'the last block again': () =>
    lastBlock((div, html) => {
      div.insertAdjacentHTML('beforeend', html);
    }),
  'the last block again, sanitized': () => {
    const list = sanitizer();
    return lastBlock((div, html) => {
      const box = document.createElement('div');
      box.setHTML(html, { sanitizer: list });
      div.append(...box.childNodes);
    });
  },
  'streaming-markdown': () => {
    const parser = smd.parser(smd.default_renderer(append('div')));
    return (chunk) => {
      smd.parser_write(parser, chunk);
    };
  },
  'doc-elements': () => {
    const page = append('doc-page');
    page.headingLevel = 1;
    return async (chunk) => {
      page.appendMarkdown(chunk);
      await page.updateComplete;
    };
  },
};

const layout = () => document.querySelector('main').getBoundingClientRect().height;
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

const texts = new Map();
const textOf = (size) => {
  if (!texts.has(size)) texts.set(size, markdownOf(size));
  return texts.get(size);
};

class PlainElement extends LitElement {
  render() {
    return html`<slot></slot>`;
  }
}

window.bench = {
  names: Object.keys(contenders),
  streamNames: Object.keys(streams).filter((name) => name !== 'the last block again, sanitized'),
  async prepare() {
    window.seed = await (await fetch('/about.md')).text();
    // It was written for this one.
    window.marked = marked4;
    window.DOMPurify = purifier;
    const { default: ZeroMdBase } = await import('zero-md/src/zero-md-base.js');
    customElements.define(
      'zero-md',
      class extends ZeroMdBase {
        async parse({ text = '' }) {
          return marked.parse(text);
        }
      },
    );
    await import('md-block/md-block.js');
    await import('@awesome.me/webawesome/dist/components/markdown/markdown.js');
    customElements.define('plain-element', PlainElement);
  },
  clear: () => document.querySelector('main').replaceChildren(),
  /** Milliseconds until the content is in the DOM. */
  async render(name, size) {
    const text = size === 'seed' ? window.seed : textOf(size);
    const start = performance.now();
    await rendering[name](text);
    return performance.now() - start;
  },
  /** Renders so many characters in all. */
  async warmUp(name, size, characters) {
    const text = size === 'seed' ? window.seed : textOf(size);
    for (let done = 0; done < characters; done += text.length) {
      window.bench.clear();
      await rendering[name](text);
    }
  },
  /** With style and layout of what is in sight, and its painting. */
  async show() {
    const start = performance.now();
    layout();
    const ms = performance.now() - start;
    await frame();
    return ms;
  },
  layout,
  frame,
  /** Sets a whole new text with one word changed. */
  async update(size, round) {
    const page = document.querySelector('doc-page');
    const text = withOneWordChanged(textOf(size), `changed${round}`);
    const start = performance.now();
    page.markdown = text;
    await page.updateComplete;
    layout();
    return performance.now() - start;
  },
  /** Keeps what a page of ours consists of. */
  async prepareLimits(size) {
    const text = size === 'seed' ? window.seed : textOf(size);
    await contenders['doc-elements'](text);
    const page = document.querySelector('doc-page');
    ours.set(text, { html: page.innerHTML, sanitizer: sanitizerOf(page) });
    window.bench.clear();
  },
  /** Finds the section that `update` has changed. */
  async prepareUpdateAtLeast(size) {
    await window.bench.update(size, 0);
    const page = document.querySelector('doc-page');
    const changed = [...page.querySelectorAll('doc-section')].filter(({ textContent }) =>
      textContent.includes('changed0'),
    );
    const box = document.createElement('div');
    changed.at(-1).replaceChildren(box);
    layout();
    window.least = { before: page.markdown, box, list: sanitizer() };
  },
  /** The least that a changed word takes: the texts are compared, and the section around it is read, sanitized, written and laid out. */
  updateAtLeast(size, round) {
    const { before, box, list } = window.least;
    const text = withOneWordChanged(textOf(size), `altered${round}`);
    const most = Math.min(before.length, text.length);
    const head = longest(before, text, most);
    longest(before, text, most - head, (all, from, to) => all.slice(all.length - to, all.length - from));
    const [from, to] = [text.lastIndexOf('\n#', head), text.indexOf('\n#', head)];
    box.setHTML(marked.parse(text.slice(from, to === -1 ? undefined : to)), { sanitizer: list });
    layout();
    window.least.before = text;
  },
  /** Streams 53 KB in pieces of 100 characters, laid out after each: milliseconds of each. */
  async stream(name, size = 52_900) {
    const text = textOf(size);
    const take = streams[name]();
    const times = [];
    for (let at = 0; at < text.length; at += 100) {
      const start = performance.now();
      await take(text.slice(at, at + 100), text.slice(0, at + 100));
      layout();
      times.push(performance.now() - start);
    }
    return times;
  },
  /** Many elements, far below what is in sight. */
  async many(tag, count) {
    const main = document.querySelector('main');
    const space = document.createElement('div');
    space.style.height = '20000px';
    const template = document.createElement('template');
    const inner = {
      'plain-element': '<plain-element>text</plain-element>',
      'repo-link': '<repo-link><a href="https://github.com/owner/name">text</a></repo-link>',
      'doc-code': '<doc-code><pre><code class="language-js">const a = 1;\n</code></pre></doc-code>',
      'plain-code':
        '<plain-element><pre><code class="language-js">const a = 1;\n</code></pre></plain-element>',
    }[tag];
    template.innerHTML = `<p>${`${inner}</p><p>`.repeat(count)}</p>`;
    main.append(space);
    const start = performance.now();
    main.append(template.content);
    await frame();
    return performance.now() - start;
  },
};

const BASE = 'marked + innerHTML (unsafe)';
const OURS = 'doc-elements';
const BASES = [BASE, OURS];

Object.assign(window.bench, {
  /**
   * Milliseconds by the clock of one contender, in an engine that does not tell CPU time: to the DOM out of sight, and
   * shown, that is with style and layout.
   */
  async time(name, size) {
    const main = document.querySelector('main');
    window.bench.clear();
    await frame();
    main.style.display = 'none';
    const toDom = await window.bench.render(name, size);
    main.style.display = '';
    window.bench.clear();
    await frame();
    const start = performance.now();
    await window.bench.render(name, size);
    layout();
    return { toDom, shown: performance.now() - start };
  },
  /** All samples of one size, both in turns. */
  async timeBoth(size, rounds) {
    const samples = Object.fromEntries(BASES.map((name) => [name, { toDom: [], shown: [] }]));
    if (size === 'seed' || size < 1_000_000)
      for (const name of BASES) await window.bench.warmUp(name, size, 1_000_000);
    for (let round = 0; round < rounds; round++)
      for (const name of round % 2 === 0 ? BASES : [...BASES].reverse()) {
        const { toDom, shown } = await window.bench.time(name, size);
        samples[name].toDom.push(toDom);
        samples[name].shown.push(shown);
      }
    window.bench.clear();
    return samples;
  },
  /** Milliseconds of each time one word of a text has changed. */
  async timeUpdates(size, rounds) {
    window.bench.clear();
    await window.bench.render(OURS, size);
    layout();
    await frame();
    const times = [];
    for (let round = 0; round < rounds; round++) {
      times.push(await window.bench.update(size, round));
      await frame();
    }
    window.bench.clear();
    return times.slice(2);
  },
  /** Milliseconds to the first screen, each time. */
  async timeFirstScreens(size, rounds) {
    const times = [];
    for (let round = 0; round < rounds; round++) {
      window.bench.clear();
      await frame();
      times.push(await window.bench.firstScreen(size));
    }
    window.bench.clear();
    return times;
  },
  /** Milliseconds until something of the page is painted. */
  async firstScreen(size) {
    const text = textOf(size);
    const start = performance.now();
    const page = document.createElement('doc-page');
    page.headingLevel = 1;
    page.markdown = text;
    document.querySelector('main').append(page);
    let first;
    while (first === undefined) {
      await frame();
      if (page.querySelector('doc-section')) first = performance.now() - start;
    }
    await page.updateComplete;
    await frame();
    return first;
  },
  /** The longest task while a page is rendered, in milliseconds. */
  async longestTask(size) {
    const text = textOf(size);
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    const page = document.createElement('doc-page');
    page.headingLevel = 1;
    page.markdown = text;
    await frame();
    document.querySelector('main').append(page);
    await page.updateComplete;
    await frame();
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    return longest;
  },
});
