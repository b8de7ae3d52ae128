import type { Token, Tokens } from 'marked';
import { readFenceInfo } from './fences.js';
import { mayNeedHtmlReader } from './inner-headings.js';
import type { WholeRun } from './pieces.js';

/** Root tokens from one heading to the next. Where a text changes, most of its runs pass through as they are. */
export interface Run {
  readonly tokens: readonly Token[];
  /** Characters of the text. */
  readonly length: number;
  /** Whether some of its code stands for blocks of data. */
  readonly hasFences: boolean;
  /** Whether what reads HTML has something to do in it. */
  readonly needsHtmlReader: boolean;
  /** What it was compiled to, where nothing in it depends on what stands around it. */
  whole?: WholeRun | undefined;
}

/** Root tokens as runs; before the first heading there may be one without. */
export function groupRuns(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0, to = 1; from < tokens.length; to++) {
    if (to < tokens.length && tokens[to]?.type !== 'heading') continue;
    runs.push(createRun(tokens.slice(from, to)));
    from = to;
  }
  return runs;
}

function createRun(tokens: readonly Token[]): Run {
  let length = 0;
  for (const { raw } of tokens) length += raw.length;
  const hasFences = tokens.some(
    (token) => token.type === 'code' && readFenceInfo((token as Tokens.Code).lang ?? '') !== undefined,
  );
  return { tokens, length, hasFences, needsHtmlReader: tokens.some(mayNeedHtmlReader) };
}

export const tokensOf = (runs: readonly Run[]): Token[] => runs.flatMap(({ tokens }) => tokens);
