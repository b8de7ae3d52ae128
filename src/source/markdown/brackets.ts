import type { Links } from 'marked';
import { BacktickRuns } from './backticks.js';
import { findNext } from './inline-text.js';
import { readTarget, type Destination } from './link-target.js';
import type { Tags } from './tags.js';

/** What a pair of brackets means. Positions count in the text of the run. */
export interface Bracketed {
  readonly kind: 'link' | 'image' | 'footnote';
  /** Where the content of the brackets starts and ends. */
  readonly from: number;
  readonly to: number;
  /** Where the whole construct ends. */
  readonly end: number;
  /** Decoded; empty for footnotes. */
  readonly href: string;
  readonly title: string;
  /** Whether `href` and `title` come from a definition. */
  readonly isReference?: boolean;
}

/** All brackets of an inline run. */
export interface Brackets {
  /** The link, image or footnote reference whose `[` stands at `position`. */
  constructAt(position: number): Bracketed | undefined;
  /** The reference to a definition that there is not, such as `[text][label]`, whose `[` stands at `position`. */
  unresolvedAt(position: number): string | undefined;
  /** Whether a `[` before `position` is still open there: URLs do not become links by themselves in it. */
  isOpenAt(position: number): boolean;
  /** The same for a piece of the run that begins at `start`, with positions that count in the piece. */
  from(start: number): Brackets;
}

interface Pair {
  readonly open: number;
  readonly close: number;
}

/** What the text around brackets may be. */
export interface Surroundings {
  /** Definitions by their normalized label. */
  readonly links: Links;
  /** Tags, and an anchored expression for autolinks, whose brackets do not count. */
  readonly tags: Tags;
  readonly autolink: RegExp;
  /** Where the template at a position ends; absent where there are no templates. */
  readonly templateEnd?: ((text: string, at: number) => number) | undefined;
  /** Where the formula at a position ends; absent where there are no formulas. */
  readonly formulaEnd?: ((text: string, at: number) => number) | undefined;
}

interface Opener {
  readonly at: number;
  readonly image: boolean;
  /** `false` once a link was found inside: links hold no links. */
  active: boolean;
  /** Whether another bracket opened after it: then its content cannot be a label. */
  bracketAfter: boolean;
}

const BANG = 33;
const DOLLAR = 36;
const OPEN_PARENTHESIS = 40;
const LESS_THAN = 60;
const OPEN = 91;
const BACKSLASH = 92;
const CLOSE = 93;
const CARET = 94;
const BACKTICK = 96;
const BRACE = 123;

/** What decides where brackets are: they, and what binds tighter. */
const SIGN = /[{\\`$<[\]]/g;

/** A label in brackets: no bracket of its own, not blank, at most 999 characters. */
const LABEL = /\[((?:\\[^]|[^[\]\\]){0,999})\]/y;

/** Labels are compared without regard to case and to the amount of white space, as marked compares definitions. */
export const normalizeLabel = (label: string): string =>
  label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase().toLowerCase();

/**
 * Finds the links, images and footnote references of a run in one pass, as CommonMark's algorithm does: code, tags
 * and autolinks bind tighter than brackets, inner links win over outer ones, and brackets nest to any depth.
 */
export function matchBrackets(src: string, surroundings: Surroundings): Brackets {
  const { templateEnd, formulaEnd } = surroundings;
  const constructs = new Map<number, Bracketed>();
  const unresolved = new Map<number, string>();
  /** The outermost ones, in their order. */
  const pairs: Pair[] = [];
  const openers: Opener[] = [];
  /** How many of them may still become links. */
  let active = 0;
  const backticks = new BacktickRuns(src);
  let escapedAt = -1;
  for (let at = findNext(SIGN, src, 0); at < src.length; at = findNext(SIGN, src, at + 1)) {
    const code = src.charCodeAt(at);
    if (code === BRACE && templateEnd) at = Math.max(at, templateEnd(src, at) - 1);
    else if (code === BACKSLASH) escapedAt = ++at;
    else if (code === BACKTICK) at = backticks.skip(at) - 1;
    else if (code === DOLLAR && formulaEnd) at = formulaEnd(src, at) - 1;
    else if (code === LESS_THAN) at += Math.max(0, angledLength(src, at, surroundings) - 1);
    else if (code === OPEN) {
      const last = openers.at(-1);
      if (last) last.bracketAfter = true;
      const image =
        src.charCodeAt(at - 1) === BANG && escapedAt !== at - 1 && src.charCodeAt(at + 1) !== CARET;
      openers.push({ at, image, active: true, bracketAfter: false });
      if (!image) active++;
    } else if (code === CLOSE) {
      const opener = openers.pop();
      if (!opener) continue;
      if (opener.active && !opener.image) active--;
      while ((pairs.at(-1)?.open ?? -1) > opener.at) pairs.pop();
      pairs.push({ open: opener.at, close: at });
      const construct = opener.active || opener.image ? close(src, at, opener, surroundings) : undefined;
      if (!construct) {
        const reference = opener.active ? readUnresolved(src, at, opener) : undefined;
        if (reference !== undefined) unresolved.set(opener.at, reference);
        continue;
      }
      constructs.set(opener.at, construct);
      if (construct.kind === 'link') {
        deactivate(openers, active);
        active = 0;
      }
      at = construct.end - 1;
    }
  }
  return new FoundBrackets({ constructs, unresolved, pairs, unclosed: openers[0]?.at ?? Infinity }, 0);
}

/** What was found in the outermost run. */
interface Found {
  readonly constructs: ReadonlyMap<number, Bracketed>;
  readonly unresolved: ReadonlyMap<number, string>;
  readonly pairs: readonly Pair[];
  /** Where the first bracket stands that is never closed. */
  readonly unclosed: number;
}

class FoundBrackets implements Brackets {
  readonly #found: Found;
  readonly #start: number;

  constructor(found: Found, start: number) {
    this.#found = found;
    this.#start = start;
  }

  constructAt(position: number): Bracketed | undefined {
    const start = this.#start;
    const construct = this.#found.constructs.get(start + position);
    if (!construct || start === 0) return construct;
    const { from, to, end } = construct;
    return { ...construct, from: from - start, to: to - start, end: end - start };
  }

  unresolvedAt(position: number): string | undefined {
    return this.#found.unresolved.get(this.#start + position);
  }

  isOpenAt(position: number): boolean {
    const { pairs, unclosed } = this.#found;
    const at = this.#start + position;
    if (unclosed < at) return true;
    let low = 0;
    for (let high = pairs.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((pairs[middle]?.close ?? at) <= at) low = middle + 1;
      else high = middle;
    }
    return (pairs[low]?.open ?? at) < at;
  }

  from(start: number): Brackets {
    return new FoundBrackets(this.#found, this.#start + start);
  }
}

/** Length of the tag or autolink at `at`, 0 where there is none. */
export function angledLength(src: string, at: number, { tags, autolink }: Surroundings): number {
  const rest = src.slice(at);
  return tags.match(rest).length || (autolink.exec(rest)?.[0].length ?? 0);
}

/** Makes the last `count` brackets that could be links ones that cannot. */
function deactivate(openers: readonly Opener[], count: number): void {
  for (let index = openers.length - 1, left = count; left > 0; index--) {
    const opener = openers[index];
    if (!opener) return;
    if (opener.image || !opener.active) continue;
    opener.active = false;
    left--;
  }
}

/** What the brackets from `opener` to `at` are; nothing where they are plain text. */
function close(src: string, at: number, opener: Opener, surroundings: Surroundings): Bracketed | undefined {
  const from = opener.at + 1;
  const kind = opener.image ? 'image' : 'link';
  if (src.charCodeAt(at + 1) === OPEN_PARENTHESIS) {
    const target = readTarget(src, at + 1, surroundings.templateEnd);
    if (target) return { kind, from, to: at, href: target.href, title: target.title, end: target.end };
  }
  const reference = readReference(src, at, opener);
  const definition = reference && surroundings.links[normalizeLabel(reference.text)];
  if (reference && definition)
    return {
      kind,
      from,
      to: at,
      href: definition.href,
      title: definition.title ?? '',
      end: reference.end,
      isReference: true,
    };
  const isFootnote = src.charCodeAt(from) === CARET && at > from + 1;
  return isFootnote ? { kind: 'footnote', from, to: at, href: '', title: '', end: at + 1 } : undefined;
}

/** The label that brackets refer to: the one in the brackets after them, or their own content. */
function readReference(src: string, at: number, opener: Opener): Destination | undefined {
  LABEL.lastIndex = at + 1;
  const label = LABEL.exec(src);
  if (label?.[1]?.trim()) return { text: label[1], end: LABEL.lastIndex };
  if (opener.bracketAfter) return undefined;
  return { text: src.slice(opener.at + 1, at), end: label?.[1] === '' ? LABEL.lastIndex : at + 1 };
}

/**
 * The reference that brackets up to `at` would be if what they refer to were defined. Only two pairs of brackets say
 * so for certain, and only where no index (`list[0][1]`) or other link can be meant.
 */
function readUnresolved(src: string, at: number, opener: Opener): string | undefined {
  if (src.charCodeAt(at + 1) !== OPEN || src.charCodeAt(at + 2) === CARET) return undefined;
  LABEL.lastIndex = at + 1;
  const label = LABEL.exec(src)?.[1];
  const end = LABEL.lastIndex;
  const isLabel = label !== undefined && (label === '' ? !opener.bracketAfter : label.trim() !== '');
  if (!isLabel || /[\w\])]/.test(src.charAt(opener.at - 1)) || /[[(]/.test(src.charAt(end))) return undefined;
  const text = src.slice(opener.at + 1, at);
  return /^\s*$|^\^/.test(text) ? undefined : src.slice(opener.at, end);
}
