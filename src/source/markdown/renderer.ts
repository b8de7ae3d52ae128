import { Renderer, type Token, type Tokens } from 'marked';
import { describeRepository } from '../../model/describe-repository.js';
import { escapeHtml } from '../../model/escape.js';
import type { Labels } from '../../model/labels.js';
import { ENGLISH } from '../../model/labels/en.js';
import type { HeadingLevel } from '../../model/page.js';
import { encodeUrl } from '../../model/percent.js';
import type { Place } from '../../model/problem.js';
import { isSafeUrl, type UrlUse } from '../../model/url.js';
import { compileAlert } from './alerts.js';
import { compileCode, compileFormula } from './code.js';
import { readCodeInfo } from './code-info.js';
import { replaceShortcodes, replaceShortcodesInHtml } from '../shortcodes.js';
import { escapeText } from './escapes.js';
import { mayHoldHeading } from './headings.js';
import type { RenderContext } from './options.js';
import { descriptionText } from './plain-text.js';
import {
  leftoverFound,
  undefinedNote,
  unresolvedReference,
  unsafeUrl,
  unusedNote,
  type Finding,
} from './problems.js';
import { filterTags } from './tag-filter.js';
import { resolveHtmlTemplates, type Variables } from './templates.js';
import {
  hasLeftovers,
  isAlert,
  isCodeGroup,
  isDefinitionList,
  isDetails,
  isFormula,
  isInlineLeftover,
  isNoteDefinition,
  isNoteReference,
  isUnresolvedReference,
  type IdentifiedHeading,
  type Note,
  type NoteReference,
  type DefinitionList,
} from './tokens.js';

/** A text that is nothing but an address: it is read out as what it leads to. */
const BARE_URL = /^https?:\/\/\S+$/i;

/** The tags of elements that change what stands in them, or end where a block begins. */
const TRACKED_TAG = /<(\/?)(a|code|pre|kbd|samp|p)(?=[\s>/])/gi;
const LINK_TAG = /^<(\/?)a(?=[\s>/])/i;

/** Where in the author's text the tokens stand that are being rendered. */
export interface TokenPlace {
  /** The place `offset` characters into a piece of source. */
  placeOf(raw: string, offset?: number): Place;
  /** Takes what is wrong with a piece of source. */
  report(finding: Finding, raw: string): void;
  /** Tells a note where it is defined. */
  locateNote(note: Note, raw: string): void;
}

/** Tokens as HTML: cmark-gfm's, with GitHub's class names. One renderer serves one page. */
export class DocRenderer extends Renderer {
  /** Whether the author's own HTML was rendered since the last reset. */
  sawHtml = false;
  /** Whether a heading was rendered since the last reset, in Markdown or in the author's HTML. */
  sawHeading = false;
  /** How many links are open: in a link nothing becomes one. */
  openLinks = 0;
  /** How many elements of code are open that the author wrote in HTML. */
  openCode = 0;
  /** Whether a link is open that the author wrote in HTML: an address in it is its text. */
  #isInLink = false;
  /** Whether a paragraph may be open that the author wrote in HTML. A `pre` would end it, but not an element of ours around one. */
  mayBeInParagraph = false;
  readonly #context: RenderContext;
  readonly #labels: Labels;
  readonly #variables: Variables | undefined;
  readonly #place: TokenPlace;

  /** `variables` are the values of templates in the author's HTML; without them templates are not looked for. */
  constructor(context: RenderContext, variables: Variables | undefined, place: TokenPlace) {
    super();
    this.#context = context;
    this.#labels = context.labels ?? ENGLISH;
    this.#variables = variables;
    this.#place = place;
  }

  override code(token: Tokens.Code): string {
    if (isCodeGroup(token)) {
      const codes = token.group.map((code) => this.code(code));
      return `<doc-code>${codes.join('').trimEnd()}</doc-code>\n`;
    }
    this.#reportLeftovers(token);
    // An empty block stays empty; any other ends with one line end.
    const text = token.text ? `${token.text.replace(/\n$/, '')}\n` : '';
    const html = compileCode(text, readCodeInfo(token.lang ?? ''));
    return this.mayBeInParagraph ? `<div class="doc-code">${html}</div>\n` : html;
  }

  override blockquote(token: Tokens.Blockquote): string {
    if (isDefinitionList(token)) return this.#definitionList(token);
    // Before the content, so that places are asked for in the order in which they stand.
    const summary = isDetails(token) ? this.parser.parseInline(token.details) : '';
    const title = isAlert(token) && token.title ? this.parser.parseInline(token.title) : undefined;
    const content = this.parser.parse(token.tokens);
    if (isDetails(token)) {
      return `<details${token.isOpen ? ' open=""' : ''}><summary>${summary}</summary>\n${content}</details>\n`;
    }
    if ('transparent' in token) return content;
    if (!isAlert(token)) return `<blockquote>\n${content}</blockquote>\n`;
    return compileAlert({ ...token.alert, title }, content, this.#labels);
  }

  #definitionList({ entries }: DefinitionList): string {
    let html = '';
    for (const { isTerm, tokens } of entries)
      html += isTerm
        ? `<dt>${this.parser.parseInline(tokens)}</dt>\n`
        : `<dd>${this.parser.parse(tokens)}</dd>\n`;
    return `<dl>\n${html}</dl>\n`;
  }

  override html(token: Tokens.HTML | Tokens.Tag): string {
    if (isNoteReference(token)) return this.#noteReference(token);
    if (isUnresolvedReference(token)) {
      this.#place.report(unresolvedReference(token.unresolved), token.unresolved);
      return token.raw;
    }
    if (isInlineLeftover(token)) {
      this.#reportLeftovers(token);
      return escapeHtml(token.plain);
    }
    if (isFormula(token)) return compileFormula(token.tex, token.display);
    this.sawHtml = true;
    this.#context.collector?.html(token.raw, (offset) => this.#place.placeOf(token.raw, offset));
    const html = replaceShortcodesInHtml(filterTags(this.#resolveTemplates(token.text)), this.#context.emoji);
    this.#trackElements(html);
    const [, slash] = token.block ? [] : (LINK_TAG.exec(html) ?? []);
    // An anchor that is a mark leads nowhere.
    if (slash !== undefined) this.#isInLink = slash === '' && /href/i.test(html);
    if (!token.block) return this.#context.rewriteHtml(html, false);
    if (mayHoldHeading(html)) this.sawHeading = true;
    return this.#context.rewriteHtml(html.endsWith('\n') ? html : `${html}\n`, true);
  }

  override def(token: Tokens.Def): string {
    this.#reportLeftovers(token);
    if (!isNoteDefinition(token)) return '';
    this.#place.locateNote(token.note, token.raw);
    if (token.note.number === 0) this.#place.report(unusedNote(token.note), token.raw);
    return '';
  }

  /** A heading begins, wherever its content goes: it ends a paragraph, as HTML has it. */
  beginHeading(token: Tokens.Heading | IdentifiedHeading): void {
    this.mayBeInParagraph = false;
    this.#reportLeftovers(token);
  }

  /** A heading inside a container; those at the root are the page's own. */
  override heading(token: Tokens.Heading | IdentifiedHeading): string {
    this.sawHeading = true;
    this.beginHeading(token);
    const level = token.depth as HeadingLevel;
    const id = 'id' in token ? ` id="${escapeHtml(token.id)}"` : '';
    return `<h${level}${id}>${this.parser.parseInline(token.tokens)}</h${level}>\n`;
  }

  override list(token: Tokens.List): string {
    const hasTasks = token.items.some(({ task }) => task);
    let items = '';
    for (const item of token.items) items += this.listitem(item);
    const tag = token.ordered ? 'ol' : 'ul';
    const start = token.ordered && token.start !== 1 ? ` start="${token.start}"` : '';
    return `<${tag}${start}${hasTasks ? ' class="contains-task-list"' : ''}>\n${items}</${tag}>\n`;
  }

  override listitem(item: Tokens.ListItem): string {
    return `<li${item.task ? ' class="task-list-item"' : ''}>${this.parser.parse(item.tokens)}</li>\n`;
  }

  override table(token: Tokens.Table): string {
    this.#reportLeftovers(token);
    return super.table(token);
  }

  override checkbox({ checked }: Tokens.Checkbox): string {
    const label = escapeHtml(checked ? this.#labels.taskDone : this.#labels.taskOpen);
    return `<input type="checkbox" class="task-list-item-checkbox" disabled${checked ? ' checked' : ''} aria-label="${label}"> `;
  }

  override paragraph(token: Tokens.Paragraph): string {
    this.#reportLeftovers(token);
    const [image] = token.tokens;
    if (token.tokens.length === 1 && image?.type === 'image') {
      const figure = this.#figure(image as Tokens.Image);
      if (figure !== undefined) return figure;
    }
    this.#isInLink = false;
    const content = trimSpace(this.parser.parseInline(token.tokens));
    // Nothing is left of a paragraph of hidden templates.
    return content === '' ? '' : `<p>${content}</p>\n`;
  }

  override codespan({ text }: Tokens.Codespan): string {
    return `<code>${escapeHtml(text)}</code>`;
  }

  override br(_token: Tokens.Br): string {
    return '<br>\n';
  }

  override text(token: Tokens.Text | Tokens.Escape): string {
    if ('tokens' in token) return this.parser.parseInline(token.tokens);
    // An escaped character is itself alone.
    if (token.type === 'escape' || this.openCode > 0) return escapeText(token.text);
    const { emoji, linkReferences } = this.#context;
    const text = replaceShortcodes(token.text, emoji);
    return linkReferences && this.openLinks === 0 ? linkReferences(text) : escapeText(text);
  }

  override link(token: Tokens.Link): string {
    this.#reportLeftovers(token);
    if (token.autolink && this.#isInLink) return escapeHtml(token.text);
    // Before what is in it, so that places are asked for in the order in which they stand.
    const url = 'unlinked' in token ? undefined : this.#url(token.href, 'link', token.raw);
    const content = token.autolink ? escapeHtml(token.text) : this.#inLink(token.tokens);
    if (url === undefined) return content;
    const title = token.title ? ` title="${escapeHtml(token.title)}"` : '';
    const repository = hasText(token.tokens) ? this.#context.repositoryOf(token.href) : undefined;
    const label =
      repository && BARE_URL.test(token.text)
        ? `${describeRepository(repository, this.#labels)}: ${token.text}`
        : '';
    const name = label && ` aria-label="${escapeHtml(label)}"`;
    const link = `<a href="${escapeHtml(encodeUrl(url))}"${title}${name}>${content}</a>`;
    return repository ? `<repo-link>${link}</repo-link>` : link;
  }

  override image(token: Tokens.Image): string {
    this.#reportLeftovers(token);
    const description = escapeHtml(descriptionText(token.tokens, this.#context.emoji));
    const url = this.#url(token.href, 'image', token.raw, description !== '');
    if (url === undefined) return description;
    const title = token.title ? ` title="${escapeHtml(token.title)}"` : '';
    return `<img src="${escapeHtml(encodeUrl(url))}" alt="${description}"${title}>`;
  }

  /** A picture that stands alone, with its title below it, where all can read it. */
  #figure(token: Tokens.Image): string | undefined {
    if (!token.title || !isSafeUrl(token.href, 'image')) return undefined;
    const image = this.image({ ...token, title: null });
    return `<figure>${image}<figcaption>${escapeHtml(token.title)}</figcaption></figure>\n`;
  }

  #url(url: string, use: UrlUse, raw: string, described?: boolean): string | undefined {
    if (!isSafeUrl(url, use)) {
      this.#place.report(unsafeUrl(url), raw);
      return undefined;
    }
    this.#context.collector?.refer({
      url,
      use,
      place: this.#place.placeOf(raw),
      ...(described !== undefined && { described }),
    });
    return this.#context.resolveUrl(url, use);
  }

  #noteReference({ raw, noteLabel, target }: NoteReference): string {
    if (!target) {
      this.#place.report(undefinedNote(noteLabel), raw);
      return escapeText(raw);
    }
    const { number } = target.note;
    if (target.occurrence === 0)
      return `<sup class="footnote-ref"><a href="#fn-${number}">${number}</a></sup>`;
    const id = target.occurrence === 1 ? `fnref-${number}` : `fnref-${number}-${target.occurrence}`;
    return (
      `<sup class="footnote-ref"><a href="#fn-${number}" id="${id}" data-footnote-ref` +
      ` aria-describedby="footnote-label">${number}</a></sup>`
    );
  }

  #inLink(tokens: Token[]): string {
    this.openLinks++;
    const content = this.parser.parseInline(tokens);
    this.openLinks--;
    return content;
  }

  /** What stands in an `a` or `code` of the author's own is a link or code as well. */
  #trackElements(html: string): void {
    TRACKED_TAG.lastIndex = 0;
    for (let tag = TRACKED_TAG.exec(html); tag; tag = TRACKED_TAG.exec(html)) {
      const isEnd = tag[1] === '/';
      const name = tag[2]?.toLowerCase();
      if (name === 'p') this.mayBeInParagraph = !isEnd;
      else if (html.charAt(TRACKED_TAG.lastIndex) !== '/') {
        const kind = name === 'a' ? 'openLinks' : 'openCode';
        this[kind] = Math.max(0, this[kind] + (isEnd ? -1 : 1));
      }
    }
  }

  #resolveTemplates(html: string): string {
    if (!this.#variables || !html.includes('{')) return html;
    const { text, leftovers } = resolveHtmlTemplates(html, this.#variables);
    for (const leftover of leftovers) this.#place.report(leftoverFound(leftover), leftover.written);
    return text;
  }

  #reportLeftovers(token: Token): void {
    if (!hasLeftovers(token)) return;
    for (const leftover of token.leftovers) this.#place.report(leftoverFound(leftover), leftover.written);
  }
}

/** Without the spaces and line ends that hidden templates leave at the ends of a paragraph. */
function trimSpace(html: string): string {
  let start = 0;
  let end = html.length;
  while (start < end && isSpace(html.charCodeAt(start))) start++;
  while (end > start && isSpace(html.charCodeAt(end - 1))) end--;
  return html.slice(start, end);
}

const isSpace = (code: number): boolean => code === 32 || code === 10;

/** Whether a link shows anything but pictures. */
const hasText = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.type !== 'image' && (token.type !== 'text' || token.raw.trim() !== ''));
