import type { PageOptions } from '../../model/options.js';
import { Compiler } from '../markdown/compiler.js';
import { ALONE, authoredNodes } from './authored.js';
import { endTag, htmlText, inOneLine, startTag } from './html-text.js';
import { parseNodes, type HtmlNode } from './nodes.js';
import { HTML_READER } from './reader.js';
import { normalHtml } from './same-html.js';
import {
  closedHtml,
  CONTAINERS,
  contentToMarkdown,
  groupsOf,
  groupToMarkdown,
  prefix,
  type Group,
} from './to-markdown.js';

/**
 * Writes Markdown that was read again: where other HTML would come of it than what it was written from, it is written
 * in another way, at last as HTML.
 */
export class CheckedWriter {
  readonly #options: PageOptions;

  constructor(options: PageOptions) {
    this.#options = options;
  }

  /** The Markdown of authored nodes, as they stand in an element. */
  content(nodes: readonly HtmlNode[]): string {
    const whole = contentToMarkdown(nodes);
    if (this.#gives(whole, nodes)) return whole;
    const blocks = groupsOf(nodes).map((group) => this.#group(group));
    return blocks.filter((block) => block !== '').join('\n\n');
  }

  /** The Markdown of a heading: `written`, or where that is another one its HTML. */
  heading(heading: HtmlNode, written: string): string {
    return this.#gives(written, [heading]) ? written : inOneLine(htmlText(heading));
  }

  #group(group: Group): string {
    for (const write of [
      () => groupToMarkdown(group),
      () => groupToMarkdown(group, 'tags'),
      () => this.#container(group),
      () => closedHtml(group.nodes),
    ]) {
      const text = write();
      if (text !== undefined && this.#gives(text, group.nodes)) return text;
    }
    return group.isBlock ? closedHtml(group.nodes) : groupToMarkdown(group);
  }

  /** An element with blocks in it, each checked by itself. */
  #container({ nodes: [node], isBlock }: Group): string | undefined {
    if (!node || !isBlock) return undefined;
    const children = [...node.childNodes];
    if (node.localName === 'blockquote' && node.getAttributeNames?.().length === 0)
      return prefix(this.content(children), '> ', '> ');
    if (!CONTAINERS.has(node.localName ?? '')) return undefined;
    const summary = children.find(({ localName }) => localName === 'summary');
    const content = this.content(children.filter((child) => child !== summary));
    return `${startTag(node)}${summary ? `\n${htmlText(summary)}` : ''}\n\n${content}\n\n${endTag(node)}`;
  }

  /** Whether this Markdown gives the HTML of these nodes. */
  #gives(markdown: string, nodes: Iterable<HtmlNode>): boolean {
    const notes = new Set([...markdown.matchAll(/\[\^([^\]\s]+)\]/g)].map(([, label = '']) => label));
    const definitions = [...notes].map((label) => `\n\n[^${label}]: x`).join('');
    const compiler = new Compiler(
      [markdown + definitions],
      { ...this.#options, headingLevel: 1 },
      { labels: this.#options.labels, html: HTML_READER },
      [],
    );
    const { html } = compiler.richText(0, '', 1, { path: '' });
    return normalHtml(authoredNodes(parseNodes(html), ALONE)).trim() === normalHtml(nodes).trim();
  }
}
