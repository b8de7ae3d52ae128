import type { Links, Token, Tokens } from 'marked';
import type { Problem } from '../../model/problem.js';
import type { Work } from '../../model/turns.js';
import { KnownText } from '../known-text.js';
import { mayHaveTabs } from './code-groups.js';
import { mayHaveIndentedContainers } from './containers.js';
import { mayHaveDefinitions } from './definition-list.js';
import { mayDefineNotes } from './footnotes.js';
import { DocLexer, lexing, variablesFor, type Lexed, type LexOptions } from './lexer.js';
import { Limits } from './limits.js';
import { groupRuns, type Run } from './runs.js';
import type { SectionMemory, TextPiece } from './pieces.js';
import { SlugMemory } from './slug-memory.js';
import { mayHaveMarks } from './templates.js';
import { wholeOf } from './whole-run.js';

/** What a token was compiled to, where it stood on `line`. */
export interface KnownPiece {
  readonly piece: TextPiece;
  readonly problems: readonly Problem[];
  readonly line: number;
  /** Whether a paragraph of the author's HTML was open before it, and behind it. */
  readonly inParagraph: boolean;
  readonly leavesParagraph: boolean;
}

/** A text that was read. */
interface Read {
  readonly source: KnownText;
  readonly runs: readonly Run[];
  readonly links: Links;
  readonly limits: Limits;
}

/** Whether there may be something in a text that depends on what stands elsewhere, or on the lines behind a blank one. */
const DEPENDING = [mayDefineNotes, mayHaveMarks, mayHaveTabs, mayHaveDefinitions, mayHaveIndentedContainers];

const NOTHING: Read = { source: new KnownText(''), runs: [], links: {}, limits: new Limits() };

/**
 * What was read the last time, so that a text that has changed a little is read again only where it has. The result is
 * the same as without: reading begins and ends at blank lines that no block reaches over, and what the whole text
 * depends on (definitions of links, notes and terms, templates, tabs) is read anew together with all of it.
 */
export class Memory {
  #key = '';
  #whole = new KnownText('');
  #body = this.#whole;
  #read = NOTHING;
  /** What was compiled from each root token. */
  pieces = new WeakMap<Token, KnownPiece>();
  /** What was cut from them, by the piece that a section begins with. */
  sections: SectionMemory = new WeakMap();
  readonly wholeOf = wholeOf;
  /** The ids of the headings. */
  readonly slugs = new SlugMemory();

  /** Forgets what was read by other options than those that `key` stands for. */
  begin(key: string): void {
    if (key === this.#key) return;
    this.#key = key;
    this.#read = NOTHING;
    this.pieces = new WeakMap();
    this.sections = new WeakMap();
    this.slugs.forget();
  }

  /** A text as it came. */
  whole(text: string): KnownText {
    return (this.#whole = new KnownText(text, this.#whole));
  }

  /** A text without its front matter. */
  body(text: string): KnownText {
    return (this.#body = text === this.#whole.text ? this.#whole : new KnownText(text, this.#body));
  }

  /** The tokens of a text, as `lexing` without a memory gives them. */
  lexing(text: string, options: LexOptions): Work<Lexed> {
    const source = text === this.#body.text ? this.#body : new KnownText(text);
    if (DEPENDING.some((question) => source.ask(question))) {
      this.begin('');
      return lexing([text], options);
    }
    const before = this.#read;
    const changed = before === NOTHING ? undefined : this.#lexChange(source, before, options);
    if (changed) return { step: () => false, result: () => this.#keep(source, changed) };
    const { step, result } = lexing([text], options);
    return { step, result: () => this.#keep(source, result()) };
  }

  #keep(source: KnownText, lexed: Lexed): Lexed {
    const { texts, links, limits } = lexed;
    this.#read = { source, runs: texts[0] ?? [], links, limits };
    return lexed;
  }

  /** What was made of a token before where it stood alike; its problems, which have moved with it, are added to `problems`. */
  known(token: Token, line: number, inParagraph: boolean, problems: Problem[]): KnownPiece | undefined {
    const known = this.pieces.get(token);
    if (known?.inParagraph !== inParagraph) return undefined;
    const moved = line - known.line;
    for (const problem of known.problems)
      problems.push(
        moved === 0 || problem.place?.line === undefined
          ? problem
          : { ...problem, place: { ...problem.place, line: problem.place.line + moved } },
      );
    return known;
  }

  #lexChange(source: KnownText, before: Read, options: LexOptions): Lexed | undefined {
    const { runs, links } = before;
    const { text } = source;
    const { start, oldEnd, newEnd } = source.changeFrom(before.source);
    const from = lastBound(runs, before.source.text, start);
    const shift = newEnd - oldEnd;
    let end = nextBound(runs, from, Math.max(oldEnd, from.at + 1));
    for (let tries = 1; ; tries++, end = tries < MOST_TRIES ? nextBound(runs, end) : undefined) {
      const region = text.slice(from.at, end ? end.at + shift : undefined);
      const old = before.source.text.slice(from.at, end?.at);
      if (REACHES_FAR.test(region) || REACHES_FAR.test(old)) return undefined;
      const limits = new Limits();
      limits.grow(text.length);
      const lexer = new DocLexer(false, variablesFor([region], options), limits, options.extensions ?? true);
      Object.assign(lexer.tokens.links, links);
      const [middle = []] = lexer.lexAll([region]);
      // What the rest has taken counts as well; where that may be too much, all is read and counted again.
      if (!limits.join(before.limits)) return undefined;
      if (end && !isClosed(middle)) continue;
      const ahead = runs[from.run]?.tokens.slice(0, from.token) ?? [];
      const behind = end ? (runs[end.run]?.tokens.slice(end.token) ?? []) : [];
      const changed = groupRuns([...ahead, ...middle, ...behind]);
      return {
        texts: [[...runs.slice(0, from.run), ...changed, ...(end ? runs.slice(end.run + 1) : [])]],
        notes: [],
        links,
        limits,
        more: (further) => {
          for (const { length } of further) limits.grow(length);
          return lexer.lexAll(further);
        },
      };
    }
  }
}

/** How far behind a change to look for a place where the rest is as it was. */
const MOST_TRIES = 8;

/** What may define a link, and what may begin or end a formula: that goes on over blank lines to wherever its end is. */
const REACHES_FAR = /\]:|\$\$/;

/** A place between two root tokens at which reading could begin: behind a blank line. */
interface Bound {
  readonly run: number;
  /** The token of the run that stands behind it; as many as there are at the end. */
  readonly token: number;
  readonly at: number;
}

/** Whether reading could begin behind a token. */
const isBound = ({ type, raw }: Token): boolean =>
  type === 'space' ? /\n[ \t]*\n$|^\n+$/.test(raw) : type === 'heading' && raw.endsWith('\n\n');

/** The last place before a change; the line behind it, which tells whether a list goes on, has not changed. */
function lastBound(runs: readonly Run[], text: string, change: number): Bound {
  let run = 0;
  let token = 0;
  let at = 0;
  for (let each = runs[0]; each && at + each.length < change; each = runs[++run]) at += each.length;
  const inside = runs[run]?.tokens ?? [];
  for (let each = inside[0]; each && at + each.raw.length < change; each = inside[++token])
    at += each.raw.length;
  for (; run > 0 || token > 0; token--) {
    if (token === 0) token = runs[--run]?.tokens.length ?? 0;
    const before = runs[run]?.tokens[token - 1];
    if (before && isBound(before) && text.slice(at, change).includes('\n')) return { run, token, at };
    at -= before?.raw.length ?? 0;
  }
  return { run: 0, token: 0, at: 0 };
}

/** The next place behind another one, not before `least`. */
function nextBound(runs: readonly Run[], from: Bound, least = 0): Bound | undefined {
  let { run, token, at } = from;
  for (let each = runs[run]; each; each = runs[++run], token = 0) {
    if (token === 0 && at + each.length < least) at += each.length;
    else
      for (let inside = each.tokens[token]; inside; inside = each.tokens[token]) {
        token++;
        at += inside.raw.length;
        if (at >= least && isBound(inside)) return { run, token, at };
      }
  }
  return undefined;
}

/** Whether nothing that follows a blank line could belong to the last block. */
function isClosed(tokens: readonly Token[]): boolean {
  const last = tokens.filter(({ type }) => type !== 'space').at(-1);
  const end = tokens.at(-1)?.raw ?? '';
  if (!last || !/\n[ \t]*\n$|^\n+$/.test(end)) return false;
  if (last.type === 'code')
    return (last as Tokens.Code).codeBlockStyle !== 'indented' && isFenceClosed(last.raw);
  return ['paragraph', 'heading', 'hr', 'table'].includes(last.type);
}

function isFenceClosed(raw: string): boolean {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(raw)?.[1] ?? '';
  const lines = raw.trimEnd().split('\n');
  const last = (lines.at(-1) ?? '').trim();
  return (
    fence !== '' &&
    lines.length > 1 &&
    last.length >= fence.length &&
    last === fence.charAt(0).repeat(last.length)
  );
}
