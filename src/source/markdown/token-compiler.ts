import { getDefaults, Parser, type Token, type Tokens } from 'marked';
import type { Footnote } from '../../model/page.js';
import type { Place } from '../../model/problem.js';
import type { RenderContext } from './options.js';
import { plainText, readableText } from './plain-text.js';
import type { Finding } from './problems.js';
import { DocRenderer, type TokenPlace } from './renderer.js';
import { SourceCursor } from './source-cursor.js';
import type { Variables } from './templates.js';
import type { IdentifiedHeading, Note } from './tokens.js';

/** A block as HTML. */
export interface CompiledBlock {
  readonly html: string;
  /** Whether the author's own HTML is in it. */
  readonly rawHtml: boolean;
  /** Whether a heading may be in it. */
  readonly headings: boolean;
}

/** Inline Markdown as HTML. */
export interface CompiledInline {
  readonly html: string;
  /** Its text content, from which ids are made: code and link texts count, images and tags do not. */
  readonly text: string;
  /** Its text as people read it: without the numbers of notes, with emoji for their names. */
  readonly label: string;
  readonly rawHtml: boolean;
}

/** A heading's content, with the id its author gave it. */
export interface CompiledHeading extends CompiledInline {
  readonly id: string | undefined;
}

/** More problems of one code tell an author nothing new. */
const MAX_REPORTS = 1000;

/** Compiles the tokens of one page, in any order. */
export class TokenCompiler implements TokenPlace {
  readonly #reported = new Map<string, number>();
  readonly #parser: Parser;
  readonly #renderer: DocRenderer;
  readonly #context: RenderContext;
  /** Where in the root token that is being compiled. */
  readonly #cursor = new SourceCursor();
  /** The text in page data that holds the tokens; `undefined` where they come from a file of their own. */
  path: string | undefined;

  /** `variables` are the values of templates in the author's HTML; without them templates are left as they are. */
  constructor(context: RenderContext, variables?: Variables) {
    this.#context = context;
    this.#renderer = new DocRenderer(context, variables, this);
    this.#parser = new Parser<string, string>({ ...getDefaults(), renderer: this.#renderer });
  }

  /** Whether a paragraph of the author's HTML is open behind the last block, on which it depends what the next one is compiled to. */
  get inParagraph(): boolean {
    return this.#renderer.mayBeInParagraph;
  }
  set inParagraph(isOpen: boolean) {
    this.#renderer.mayBeInParagraph = isOpen;
  }

  /** Compiles a root token that begins on `line`, 1-based. */
  block(token: Token, line: number): CompiledBlock {
    this.#start(token.raw, line);
    const html = this.#finish(this.#parser.parse([token]));
    return { html, rawHtml: this.#renderer.sawHtml, headings: this.#renderer.sawHeading };
  }

  /** Compiles the inside of a heading that begins on `line`. */
  heading(token: Tokens.Heading | IdentifiedHeading, line: number): CompiledHeading {
    const id = 'id' in token ? token.id : undefined;
    this.#start(token.raw, line);
    this.#renderer.beginHeading(token);
    const { html, text, label, rawHtml } = this.#inline(token.tokens);
    return { html, text, label, rawHtml, id };
  }

  /** Compiles inline tokens whose source is `raw`. */
  inline(tokens: Token[], raw: string, line: number): CompiledInline {
    this.#start(raw, line);
    return this.#inline(tokens);
  }

  /** Compiles a note that is referred to. */
  note({ label, tokens, number, references, source, line, path }: Note): Footnote {
    this.path = path;
    this.inParagraph = false;
    this.#start(source, line);
    const html = this.#finish(this.#parser.parse(tokens));
    return { label, number, html, rawHtml: this.#renderer.sawHtml, references };
  }

  #inline(tokens: Token[]): CompiledInline {
    const html = this.#finish(this.#parser.parseInline(tokens));
    const text = plainText(tokens).trim();
    return { html, text, label: readableText(tokens, this.#context.emoji), rawHtml: this.#renderer.sawHtml };
  }

  /** A link in the author's HTML may begin in one token and end in another. */
  #finish(html: string): string {
    return this.#renderer.sawHtml ? this.#context.wrapLinks(html) : html;
  }

  #start(source: string, line: number): void {
    this.#cursor.start(source, line);
    this.#renderer.sawHtml = this.#renderer.sawHeading = false;
    this.#renderer.openLinks = this.#renderer.openCode = 0;
  }

  placeOf(raw: string, offset?: number): Place {
    return this.path === undefined ? this.#cursor.place(raw, offset) : { path: this.path };
  }

  report(finding: Finding, raw: string): void {
    const count = (this.#reported.get(finding.code) ?? 0) + 1;
    this.#reported.set(finding.code, count);
    if (count <= MAX_REPORTS) this.#context.report({ ...finding, place: this.placeOf(raw) });
  }

  locateNote(note: Note, raw: string): void {
    note.source = raw;
    note.line = this.#cursor.place(raw).line ?? 1;
    note.path = this.path;
  }
}
