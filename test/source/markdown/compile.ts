import type { Problem } from '../../../src/model/problem.js';
import type { LexOptions } from '../../../src/source/markdown/lexer.js';
import type { RenderContext } from '../../../src/source/markdown/options.js';
import { tokensOf } from '../../../src/source/markdown/runs.js';
import { TokenCompiler } from '../../../src/source/markdown/token-compiler.js';
import { lexMarkdown } from './lex.js';

/** Markdown, compiled block by block, with the page's notes at the end. */
export interface Compiled {
  readonly html: string;
  /** The texts of all root tokens, joined. */
  readonly raw: string;
  readonly rawHtml: boolean;
  readonly problems: readonly Problem[];
}

/** Compiles texts of one page as a page does, but without sections. URLs and HTML stay as written unless `context` says. */
export function compile(
  texts: string | readonly string[],
  { context = {}, ...options }: LexOptions & { context?: Partial<RenderContext> } = {},
): Compiled {
  const problems: Problem[] = [];
  const { texts: lexed, notes } = lexMarkdown(typeof texts === 'string' ? [texts] : texts, options);
  const compiler = new TokenCompiler(
    {
      resolveUrl: (url) => url,
      repositoryOf: () => undefined,
      rewriteHtml: (html) => html,
      wrapLinks: (html) => html,
      report: (problem) => problems.push(problem),
      ...context,
    },
    options.templates === false ? undefined : (options.variables ?? {}),
  );
  let html = '';
  let raw = '';
  let rawHtml = false;
  for (const runs of lexed) {
    let line = 1;
    for (const token of tokensOf(runs)) {
      const block = compiler.block(token, line);
      html += block.html;
      rawHtml ||= block.rawHtml;
      raw += token.raw;
      line += token.raw.split('\n').length - 1;
    }
  }
  if (notes.length > 0) {
    const items = notes
      .map((note) => `<li id="fn-${note.number}">\n${compiler.note(note).html}</li>\n`)
      .join('');
    html += `<section class="footnotes">\n<ol>\n${items}</ol>\n</section>\n`;
  }
  return { html, raw, rawHtml, problems };
}
