import { getDefaults, Lexer, type Token } from 'marked';
import { BacktickRuns } from './backticks.js';
import { matchBrackets, type Bracketed, type Brackets, type Surroundings } from './brackets.js';
import { matchEmphasis, type Emphasized } from './emphasis.js';
import { Ends } from './ends.js';
import { formulaEnd } from './formulas.js';
import { readLeftoverSpan } from './leftover-tokens.js';
import type { Limits } from './limits.js';
import { linkMailAddresses } from './mail-addresses.js';
import { Tags } from './tags.js';
import { templateEnd, type Variables } from './templates.js';
import type { DocTokenizer } from './tokenizer.js';
import { textToken } from './tokens.js';

/** Deeper containers and deeper emphasis stay text: each level reads its text again, and the call stack ends. */
export const MAX_DEPTH = 50;

/** The run that another one is the inside of, and where in it that one begins. */
interface Outer {
  readonly run: Run;
  readonly from: number;
}

/** A piece of inline text that is being read: a paragraph, a cell, the inside of emphasis or of a link. */
class Run {
  #brackets: Brackets | undefined;
  #emphasis: ReadonlyMap<number, Emphasized> | undefined;
  #backticks: BacktickRuns | undefined;
  #hasBrackets: boolean | undefined;
  /** The ends of templates that reach over further ones. */
  readonly ends = new Ends();

  constructor(
    readonly text: string,
    readonly surroundings: Surroundings,
    readonly inLink: boolean,
    /** What was found in the outermost run is not looked for again, lest nesting multiplies the work. */
    readonly outer?: Outer,
    /** Whether the emphasis of the outer run includes this one's; what is emphasized in a link is the link's own. */
    readonly sharesEmphasis = false,
  ) {}

  /** Found when a bracket is met. */
  get brackets(): Brackets {
    const { outer } = this;
    return (this.#brackets ??= outer
      ? outer.run.brackets.from(outer.from)
      : matchBrackets(this.text, this.surroundings));
  }

  get hasBrackets(): boolean {
    return (this.#hasBrackets ??= this.text.includes('['));
  }

  get backticks(): BacktickRuns {
    return (this.#backticks ??= new BacktickRuns(this.text));
  }

  /** What is emphasized from `at` on. */
  emphasisAt(at: number): Emphasized | undefined {
    const { outer } = this;
    if (!outer || !this.sharesEmphasis) {
      this.#emphasis ??= matchEmphasis(this.text, this.brackets, this.surroundings, this.inLink);
      return this.#emphasis.get(at);
    }
    const found = outer.run.emphasisAt(outer.from + at);
    if (!found) return undefined;
    const { from } = outer;
    return { kind: found.kind, from: found.from - from, to: found.to - from, end: found.end - from };
  }
}

/** Reads inline text: marked's loop and its look-ahead take time that grows with the square of the text. */
export class InlineLexer extends Lexer {
  run!: Run;
  protected depth = 0;

  constructor(
    protected readonly reader: DocTokenizer,
    /** The values of templates; absent where there is no template to look for. */
    readonly templates: Variables | undefined,
    readonly limits: Limits,
    /** Whether what other writings of Markdown have is read as well. */
    readonly hasExtensions: boolean,
  ) {
    super({ ...getDefaults(), tokenizer: reader });
  }

  override inlineTokens(text: string, tokens: Token[] = []): Token[] {
    return this.#read(this.#newRun(text), tokens);
  }

  /** The text of a link or image of the run, in which addresses are no links of their own. */
  linkText({ from, to }: Bracketed): Token[] {
    const { inLink } = this.state;
    this.state.inLink = true;
    const tokens = this.#read(this.#newRun(this.run.text.slice(from, to), { run: this.run, from }), []);
    this.state.inLink = inLink;
    return tokens;
  }

  /** The inside of what is emphasized in the run. */
  emphasizedText({ from, to }: Emphasized): Token[] {
    const { run } = this;
    const { outer } = run;
    const origin = outer && run.sharesEmphasis ? { run: outer.run, from: outer.from + from } : { run, from };
    return this.#read(this.#newRun(run.text.slice(from, to), origin, true), []);
  }

  isInBrackets(at: number): boolean {
    return this.run.hasBrackets && this.run.brackets.isOpenAt(at);
  }

  #newRun(text: string, outer?: Outer, sharesEmphasis = false): Run {
    const { tag, autolink } = this.reader.rules.inline;
    const surroundings: Surroundings = {
      links: this.tokens.links,
      tags: new Tags(tag),
      autolink,
      templateEnd: this.templates ? templateEnd : undefined,
      formulaEnd: this.hasExtensions ? formulaEnd : undefined,
    };
    return new Run(text, surroundings, this.state.inLink, outer, sharesEmphasis);
  }

  #read(run: Run, tokens: Token[]): Token[] {
    const { text } = run;
    if (this.depth >= MAX_DEPTH) {
      this.limits.meet('depth', text);
      tokens.push(textToken(text));
      return tokens;
    }
    const outer = this.run;
    this.run = run;
    this.depth++;
    for (let at = 0; at < text.length;) {
      const token = this.#next(text.slice(at), tokens);
      const last = tokens.at(-1);
      if (token.type === 'text' && last?.type === 'text' && !('tokens' in token)) {
        last.raw += token.raw;
        (last as { text: string }).text += (token as { text: string }).text;
      } else tokens.push(token);
      at += token.raw.length;
    }
    this.depth--;
    this.run = outer;
    if (!this.state.inLink && text.includes('@')) linkMailAddresses(tokens);
    return tokens;
  }

  /** The token that `src`, the rest of the run, begins with. */
  #next(src: string, before: readonly Token[]): Token {
    const { reader, templates } = this;
    const leftover = templates && readLeftoverSpan(src, before.at(-1), templates, this.run.ends);
    return (
      leftover ??
      reader.escape(src) ??
      reader.tag(src) ??
      reader.link(src) ??
      reader.reflink(src) ??
      reader.emphasis(src) ??
      reader.codespan(src) ??
      (this.hasExtensions ? reader.formula(src) : undefined) ??
      reader.br(src) ??
      reader.autolink(src) ??
      (this.state.inLink ? undefined : reader.url(src)) ??
      reader.inlineText(src)
    );
  }
}
