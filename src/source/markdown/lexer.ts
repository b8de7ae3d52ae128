import type { Links, Rules, Token } from 'marked';
import { finish, type Work } from '../../model/turns.js';
import { anchorRules } from './anchored.js';
import type { Underline } from './block-tokenizer.js';
import {
  CONTAINER_START,
  matchContainers,
  readFencedContainer,
  readIndentedContainer,
  type ContainerSource,
} from './containers.js';
import { groupTabs } from './code-groups.js';
import { mayHaveDefinitions, readDefinitionList } from './definition-list.js';
import { Ends } from './ends.js';
import { mayDefineNotes, Notes } from './footnotes.js';
import { readFormulaBlock } from './formulas.js';
import { InlineLexer, MAX_DEPTH } from './inline-lexer.js';
import { BLOCK_START, readLeftoverBlock } from './leftover-tokens.js';
import { Limits } from './limits.js';
import { groupRuns, type Run } from './runs.js';
import { mayHaveLeftovers, type Variables } from './templates.js';
import { DocTokenizer } from './tokenizer.js';
import type { Note } from './tokens.js';

/** How Markdown is read. */
export interface LexOptions {
  /** Front matter: what templates in the text call `page`. */
  readonly variables?: Variables | undefined;
  /** Whether leftovers of site generators are read as what they mean; `false` leaves them as they stand. Default `true`. */
  readonly templates?: boolean | undefined;
  /** Whether what other writings of Markdown have is read as well: containers, titles of alerts, tabs. Default `true`. */
  readonly extensions?: boolean | undefined;
}

/** The tokens of a page. */
export interface Lexed {
  /** The root tokens of each text, in runs; their `raw`s, joined, are the text. */
  readonly texts: readonly (readonly Run[])[];
  /** The notes that the texts refer to, in the order of their first reference. */
  readonly notes: readonly Note[];
  /** The definitions of links. */
  readonly links: Links;
  /** Reads further texts, which see the definitions of those before them. */
  more(texts: readonly string[]): readonly (readonly Token[])[];
  /** What the texts had too much of. */
  readonly limits: Limits;
}

/** Characters of a text whose blocks are read before others may have their turn. */
const PORTION = 1 << 15;

/** Blocks whose inline marks are read before others may have their turn. */
const STEP = 16;

/** The type of the token that stands for what is still to be read. */
const REST = 'rest';

/** What stands for itself as a block, for a paragraph to end at: `RegExp` source. */
const NOTE_START = String.raw` {0,3}\[\^[^\]\s]+\]:`;

/** What templates in texts call `page`; `undefined` where nothing in them is looked for. */
export const variablesFor = (
  texts: readonly string[],
  { variables = {}, templates = true }: LexOptions,
): Variables | undefined => (templates && texts.some(mayHaveLeftovers) ? variables : undefined);

/**
 * Reads the texts of one page. They share the definitions of links and notes, and notes are numbered through all of
 * them in their order. Line ends are `\n`.
 */
export function lexing(texts: readonly string[], options: LexOptions = {}): Work<Lexed> {
  const { extensions = true } = options;
  const limits = new Limits();
  const lexer = new DocLexer(
    texts.some(mayDefineNotes),
    variablesFor(texts, options),
    limits,
    extensions,
    extensions && texts.some(mayHaveDefinitions),
  );
  const grow = (all: readonly string[]): void => {
    for (const { length } of all) limits.grow(length);
  };
  const { links } = lexer.tokens;
  grow(texts);
  const { step, result } = lexer.lexing(texts);
  return {
    step,
    result: () => ({
      texts: result().map(groupRuns),
      notes: lexer.notes.numbered,
      links,
      more: (further) => {
        grow(further);
        return lexer.lexAll(further);
      },
      limits,
    }),
  };
}

/** The state of reading a page: what marked's lexer keeps, and what its tokenizer has to know of the surroundings. */
export class DocLexer extends InlineLexer {
  readonly notes: Notes;
  /** Where the text that is being read stands on the author's line, in columns: tabs depend on it. */
  column = 0;
  /** The next underline in the text whose blocks are being read, once one was looked for. */
  underline: Underline | undefined;
  /** The text whose blocks are being read, and where the containers in it end. */
  #text = '';
  #ends: ReturnType<typeof matchContainers> | undefined;
  #templateEnds = new Ends();
  /** Where the blocks of the whole text go, and how much of it is left when its reading is interrupted. */
  #root: Token[] = [];
  #pause = 0;

  constructor(
    /** Whether there are definitions of notes to look for. */
    readonly hasNotes = false,
    templates?: Variables,
    limits = new Limits(),
    hasExtensions = false,
    /** Whether there are definition lists to look for. */
    readonly hasDefinitions = false,
  ) {
    const tokenizer = new DocTokenizer();
    super(tokenizer, templates, limits, hasExtensions);
    this.notes = new Notes(limits);
    tokenizer.rules = adaptRules(tokenizer.rules, hasNotes, templates !== undefined, hasExtensions);
    if (!hasNotes && !templates && !hasExtensions) return;
    this.options.extensions = {
      renderers: {},
      childTokens: {},
      // The rest of the text is a token of its own, when it is time to interrupt its reading.
      block: [
        (src, tokens): Token | undefined =>
          src.length <= this.#pause && tokens === this.#root ? { type: REST, raw: src } : this.#block(src),
      ],
    };
  }

  lexAll(texts: readonly string[]): Token[][] {
    return finish(this.lexing(texts));
  }

  /** {@link lexAll} as work that can be interrupted. */
  lexing(texts: readonly string[]): Work<Token[][]> {
    const results: Token[][] = [];
    /** What is left of the text that is being read. */
    let rest: string | undefined;
    let queued = 0;
    return {
      step: () => {
        if (rest === undefined && results.length < texts.length) {
          rest = this.#text = texts[results.length] ?? '';
          this.#ends = this.underline = undefined;
          this.#templateEnds = new Ends();
          results.push((this.#root = []));
        }
        if (rest !== undefined) {
          rest = this.#readPortion(rest);
          return true;
        }
        // Texts that are queued while the queue is worked off come in at its end.
        for (let left = STEP; left > 0; left--) {
          const next = this.inlineQueue[queued++];
          if (!next) return false;
          this.inlineTokens(withoutIndents(next.src), next.tokens);
        }
        return true;
      },
      result: () => {
        this.inlineQueue = [];
        for (const tokens of results) this.notes.number(tokens);
        return results;
      },
    };
  }

  /** Reads blocks into the root. Gives what is left of the text. */
  #readPortion(text: string): string | undefined {
    const tokens = this.#root;
    this.#pause = text.length - PORTION;
    this.blockTokens(text, tokens);
    if (tokens.at(-1)?.type === REST) return tokens.pop()?.raw;
    if (this.hasExtensions) groupTabs(tokens);
    return undefined;
  }

  #blocks(text: string): Token[] {
    const tokens: Token[] = [];
    const outer = {
      text: this.#text,
      ends: this.#ends,
      templateEnds: this.#templateEnds,
      underline: this.underline,
    };
    this.#text = text;
    this.#ends = this.underline = undefined;
    this.#templateEnds = new Ends();
    this.blockTokens(text, tokens);
    this.#text = outer.text;
    this.#ends = outer.ends;
    this.#templateEnds = outer.templateEnds;
    this.underline = outer.underline;
    if (this.hasExtensions) groupTabs(tokens);
    return tokens;
  }

  /** The blocks of a container whose content stands at `column`. */
  nested(text: string, column: number): Token[] {
    const outer = this.column;
    this.column = column;
    this.depth++;
    const tokens = this.#blocks(text);
    this.depth--;
    this.column = outer;
    return tokens;
  }

  /** Whether the container that `src` begins with would stand too deep in others. */
  isTooDeep(src: string): boolean {
    return this.depth >= MAX_DEPTH && !this.limits.meet('depth', src);
  }

  #block(src: string): Token | undefined {
    const note = this.hasNotes ? this.reader.note(src) : undefined;
    const leftover =
      this.templates &&
      readLeftoverBlock(src, this.state.lastToken, this.templates, this.depth, this.#templateEnds);
    return (
      note ??
      leftover ??
      (this.hasExtensions ? (readFormulaBlock(src) ?? this.#container(src)) : undefined) ??
      (this.hasDefinitions ? this.#definitionList(src) : undefined)
    );
  }

  #definitionList(src: string): Token | undefined {
    const source = readDefinitionList(src);
    return source && !this.isTooDeep(src) ? this.reader.definitionList(source) : undefined;
  }

  #container(src: string): Token | undefined {
    const first = /^ {0,3}([:!?=])/.exec(src)?.[1];
    if (first === undefined) return undefined;
    const source = first === ':' ? this.#fencedContainer(src) : readIndentedContainer(src);
    return source && !this.isTooDeep(src) ? this.reader.container(source) : undefined;
  }

  #fencedContainer(src: string): ContainerSource | undefined {
    this.#ends ??= matchContainers(this.#text);
    return readFencedContainer(this.#text, this.#text.length - src.length, this.#ends);
  }
}

/** Paragraphs strip the indentation of their lines; marked leaves it in. */
const withoutIndents = (text: string): string => {
  const trimmed = text.startsWith(' ') ? text.replace(/^ +/, '') : text;
  return trimmed.includes('\n ') || trimmed.includes('\n\t') ? trimmed.replace(/\n[ \t]+/g, '\n') : trimmed;
};

/** What paragraphs end at beside marked's own blocks, with the rules for it: made once, and not for each page. */
const adapted = new Map<string, Rules>();

/** marked's rules, anchored, in which paragraphs end at the blocks that only we know. */
function adaptRules(rules: Rules, notes: boolean, templates: boolean, containers: boolean): Rules {
  const starts = [
    ...(notes ? [NOTE_START] : []),
    ...(templates ? [BLOCK_START] : []),
    ...(containers ? [CONTAINER_START] : []),
  ].join('|');
  let found = adapted.get(starts);
  if (!found) {
    const block = anchorRules(rules.block);
    const { paragraph } = block;
    found = {
      ...rules,
      block: starts ? { ...block, paragraph: endingAt(starts, paragraph) } : block,
      inline: anchorRules(rules.inline),
    };
    adapted.set(starts, found);
  }
  return found;
}

const endingAt = (starts: string, paragraph: RegExp): RegExp =>
  new RegExp(paragraph.source.replace('(?!', `(?!${starts}|`));
