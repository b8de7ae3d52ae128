import type { Token, Tokens } from 'marked';
import type { PageOptions } from '../../model/options.js';
import type { Footnote, HeadingLevel } from '../../model/page.js';
import type { Problem } from '../../model/problem.js';
import { parseRepository } from '../../model/repository.js';
import { createSlugger, type Slugger } from '../../model/slug.js';
import { createUrlResolver, isSafeUrl, type UrlResolver } from '../../model/url.js';
import { resolveUrls } from '../html/rewrite.js';
import { countLines } from '../lines.js';
import { lexMarkdown, type Lexed } from './lexer.js';
import { containNote } from './note-content.js';
import { cutSections, headingLabel, identify, type Body, type CutOptions, type Piece } from './sections.js';
import type { Variables } from './templates.js';
import type { Collector } from './options.js';
import { TokenCompiler, type CompiledInline } from './token-compiler.js';

/** What a compiler needs beside the texts. */
export interface CompilerOptions extends PageOptions {
  /** Front matter: what templates in the text call `page`. */
  readonly variables?: Variables;
  /** Takes what the texts refer to. */
  readonly collector?: Collector | undefined;
}

/** How one body stands in its page. */
export interface BodyPlace extends Pick<CutOptions, 'parent' | 'isTitle' | 'titleInContent' | 'line'> {
  /** The path of its text in page data. */
  readonly path?: string;
}

/** A heading's content with its id in the page. */
export interface IdentifiedContent extends CompiledInline {
  readonly id: string;
}

/**
 * Compiles the Markdown of one page. All texts are read first, because a link or note may be defined in another
 * text than the one that uses it; then they are compiled one by one, in the order in which they stand in the page,
 * because ids are numbered in that order.
 */
export class Compiler {
  readonly #slugger: Slugger;
  readonly #titleLevel: HeadingLevel;
  readonly #lexed: Lexed;
  readonly #tokens: TokenCompiler;

  /** Problems are added to `problems` as they are found. */
  constructor(texts: readonly string[], options: CompilerOptions, problems: Problem[]) {
    const { variables, headingLevel = 1, repoLinks, slugs, collector } = options;
    const resolveUrl = urlResolver(options);
    this.#slugger = createSlugger(slugs);
    this.#titleLevel = headingLevel;
    this.#lexed = lexMarkdown(texts, { variables });
    this.#tokens = new TokenCompiler(
      {
        resolveUrl,
        isRepository: (url) => repoLinks !== 'none' && parseRepository(url) !== undefined,
        rewriteHtml: (html) =>
          resolveUrls(html, (url, use) => (isSafeUrl(url, use) ? resolveUrl(url, use) : undefined)),
        report: (problem) => problems.push(problem),
        collector,
      },
      variables ?? {},
    );
  }

  /** Compiles the text of this index. */
  body(index: number, place: BodyPlace): Body {
    this.#tokens.path = place.path;
    const pieces = this.#pieces(this.#lexed.texts[index] ?? [], place.line ?? 1);
    return cutSections(pieces, { ...place, slugger: this.#slugger, titleLevel: this.#titleLevel });
  }

  /** Compiles the text of this index, a single heading at this path of page data. `id` is the author's own. */
  heading(index: number, id: string | undefined, path: string): IdentifiedContent {
    this.#tokens.path = path;
    const token = this.#lexed.texts[index]?.find(isHeading);
    const content = token
      ? this.#tokens.heading(token, 1)
      : { html: '', text: '', rawHtml: false, id: undefined };
    return {
      ...content,
      text: headingLabel(content.text, content.html),
      id: identify(this.#slugger, content.text, id ?? content.id),
    };
  }

  /** The notes that the texts refer to. */
  footnotes(): Footnote[] {
    return this.#lexed.notes.map((note) =>
      containNote(this.#tokens.note(note), this.#slugger, this.#titleLevel),
    );
  }

  *#pieces(tokens: readonly Token[], firstLine: number): Generator<Piece> {
    let line = firstLine;
    for (const token of tokens) {
      const markdown = token.raw;
      if (isHeading(token))
        yield {
          kind: 'heading',
          level: token.depth as HeadingLevel,
          ...this.#tokens.heading(token, line),
          markdown,
        };
      else yield { kind: 'html', ...this.#tokens.block(token, line), markdown };
      line += countLines(markdown);
    }
  }
}

/** The URL that the page holds: the caller's own, where it has one, or the one that `base` and `repo` give. */
function urlResolver(options: PageOptions): UrlResolver {
  const resolveUrl = createUrlResolver(options);
  const { rewriteUrl } = options;
  if (!rewriteUrl) return resolveUrl;
  return (url, use) => {
    const rewritten = rewriteUrl(url, use);
    return rewritten !== undefined && isSafeUrl(rewritten, use) ? rewritten : resolveUrl(url, use);
  };
}

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';
