import { expect } from 'chai';
import { sinkReady, toFragment } from '../../src/dom/sink.js';
import { joinParts } from '../../src/html/join.js';
import { renderData } from '../../src/pipeline/data.js';
import { renderMarkdown } from '../../src/pipeline/markdown.js';
import { readAllow } from '../../src/model/allow.js';
import type { AllowList } from '../../src/model/allow-list.js';
import { sanitizeHtml } from '../../src/server/sanitize.js';
import { GIVEN } from './everything-asked.js';
import { IDIOMS } from './idioms.js';
import { VECTORS } from './vectors.js';

const nativeSetHtml = Object.getOwnPropertyDescriptor(Element.prototype, 'setHTML');

/** Nodes as text that shows how they nest and what attributes they have, in any order. */
function describeNodes(parent: Node): string {
  let text = '';
  for (const node of parent.childNodes) {
    if (!(node instanceof Element)) {
      text += node.textContent ?? '';
      continue;
    }
    const attributes = [...node.attributes]
      .map(({ name, value }) => ` ${name}=${JSON.stringify(value.trim())}`)
      .sort();
    text += `<${node.localName}${attributes.join('')}>${describeNodes(node)}</>`;
  }
  return text;
}

function parse(html: string): Node {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

const server = (html: string, list?: AllowList): string => describeNodes(parse(sanitizeHtml(html, list)));
const client = (html: string, list?: AllowList): string =>
  describeNodes(toFragment(html, { rawHtml: true, trusted: list ?? false }));

/** What a host adds: an element of its own, attributes of known ones, and elements that vectors are made of. */
const ADDED = readAllow({
  'my-map': ['lat', 'lng', 'src', 'data-link'],
  a: ['download'],
  font: ['color'],
  video: ['autoplay'],
  'x-y': [],
  nobr: [],
  '*': ['data-id', 'tabindex', 'itemprop'],
});

/** What is left of HTML where a host has added that; `=` for all of it. */
const ADDED_IDIOMS: readonly [html: string, expected?: string][] = [
  ['<my-map lat="1" lng="2" src="/tiles" class="big"><a href="/x" download="">fallback</a></my-map>'],
  ['<p data-id="1" tabindex="0" itemprop="name"><font color="red">a</font></p>'],
  ['<video src="a.mp4" autoplay="" controls=""></video>'],
  ['<repo-link data-id="1" href="https://github.com/a/b">a</repo-link>'],
  [
    '<my-map src="javascript:hit()" data-link=" java&Tab;script:hit()" lat="1" onload="hit()" style="x" id="a">b</my-map>',
    '<my-map lat="1" id="a">b</my-map>',
  ],
  [
    '<my-map src="/x" id="config" name="y" is="x-y" slot="z">b</my-map>',
    '<my-map src="/x" id="user-content-config">b</my-map>',
  ],
  ['<doc-section src="/x" data-id="1">a</doc-section>', '<doc-section data-id="1">a</doc-section>'],
  ['<other-map lat="1">a</other-map>', 'a'],
];

/** Deeper trees are cut where they are parsed, by each browser at a depth of its own. */
const COMPARED = VECTORS.filter(({ text }) => !/(?:<(?:b|div)>){500}/.test(text));

/**
 * What differs. A tree that no text gives, such as a paragraph in a paragraph, where what was between is gone, is
 * compared as the text that a server sends of it.
 */
async function differences(list?: AllowList): Promise<string[]> {
  const differing: string[] = [];
  for (const vector of COMPARED) {
    const html = await compiled(vector);
    const [one, other] = [client(html, list), server(html, list)];
    if (one !== other && writtenAndParsed(html, list) !== other)
      differing.push(`${vector.name}\n      ${one}\n      ${other}`);
  }
  return differing;
}

function writtenAndParsed(html: string, list?: AllowList): string {
  const container = document.createElement('div');
  container.append(toFragment(html, { rawHtml: true, trusted: list ?? false }));
  return describeNodes(parse(container.innerHTML));
}

async function compiled({ kind, text }: (typeof VECTORS)[number]): Promise<string> {
  const { parts } = kind === 'data' ? await renderData(text) : await renderMarkdown(text);
  return joinParts(parts);
}

for (const [name, isNative] of [
  ['the browser’s own sanitizer', true],
  ['DOMPurify', false],
] as const)
  describe(`${name} and the server’s`, () => {
    before(async function () {
      if (isNative && !nativeSetHtml) this.skip();
      if (!isNative) Reflect.deleteProperty(Element.prototype, 'setHTML');
      await sinkReady();
    });
    after(() => {
      if (nativeSetHtml) Object.defineProperty(Element.prototype, 'setHTML', nativeSetHtml);
    });

    it('agree on every vector', async function () {
      this.timeout(120_000);
      expect(await differences()).to.deep.equal([]);
    });

    it('agree on every vector where a host has added to the list', async function () {
      this.timeout(120_000);
      expect(ADDED.problems).to.deep.equal([]);
      expect(await differences(ADDED.list)).to.deep.equal([]);
    });

    it('agree on every vector where a host has asked for everything', async function () {
      this.timeout(120_000);
      expect(await differences(GIVEN.list)).to.deep.equal([]);
    });

    it('keep what a host has added, and no more', () => {
      for (const [html, expected = html] of ADDED_IDIOMS) {
        const wanted = describeNodes(parse(expected));
        expect(client(html, ADDED.list), html).to.equal(wanted);
        expect(server(html, ADDED.list), html).to.equal(wanted);
      }
    });

    it(`keep all ${IDIOMS.length} idioms`, () => {
      const lost: string[] = [];
      for (const [html, expected = html] of IDIOMS) {
        const container = document.createElement('div');
        container.append(toFragment(html, { rawHtml: true }));
        const wanted = describeNodes(parse(expected));
        for (const result of [client(html), server(html), describeNodes(container)])
          if (result !== wanted) lost.push(`${html}\n      ${result}`);
      }
      expect(IDIOMS).to.have.length.at.least(60);
      expect(lost).to.deep.equal([]);
    });
  });
