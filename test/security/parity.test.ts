import { expect } from 'chai';
import { sinkReady, toFragment } from '../../src/dom/sink.js';
import { joinParts } from '../../src/html/join.js';
import { renderData } from '../../src/pipeline/data.js';
import { renderMarkdown } from '../../src/pipeline/markdown.js';
import { sanitizeHtml } from '../../src/server/sanitize.js';
import { IDIOMS } from './idioms.js';
import { VECTORS } from './vectors.js';

const nativeSetHtml = Object.getOwnPropertyDescriptor(Element.prototype, 'setHTML');

/** Firefox's `setHTML` takes what is in a `<noscript>` for text, which goes with it; the others for elements, as the standard has it. */
const READS_NOSCRIPT_AS_TEXT = navigator.userAgent.includes('Firefox');

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

const server = (html: string): string => describeNodes(parse(sanitizeHtml(html)));
const client = (html: string): string => describeNodes(toFragment(html, { rawHtml: true }));

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
      const differing: string[] = [];
      for (const vector of VECTORS) {
        if (isNative && READS_NOSCRIPT_AS_TEXT && vector.text.includes('<noscript')) continue;
        const html = await compiled(vector);
        const [one, other] = [client(html), server(html)];
        if (one !== other) differing.push(`${vector.name}\n      ${one}\n      ${other}`);
      }
      expect(differing).to.deep.equal([]);
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
