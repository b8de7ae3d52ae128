import type { Page, Section } from '../model/page.js';
import { decodeReferences } from '../source/html/character-references.js';
import { RAW_TEXT_ELEMENTS } from '../source/html/scan-end.js';
import { Scanner } from '../source/html/scan.js';

/** What search engines show of a description, in characters. */
const LONGEST = 160;

/** One or two sentences about a page: its own description, or how its text begins. */
export const describePage = (page: Page): string | undefined => page.description ?? beginningOf(page);

function beginningOf({ lead, sections }: Page): string | undefined {
  for (const html of textsOf(lead, sections)) {
    const text = firstParagraph(html);
    if (text) return shorten(text);
  }
  return undefined;
}

function* textsOf(blocks: Section['blocks'], sections: readonly Section[]): Generator<string> {
  for (const block of blocks) if ('html' in block) yield block.html;
  for (const { blocks: own, sections: inner } of sections) yield* textsOf(own, inner);
}

/** The text of the first paragraph that has any, without notes: badges and other pictures have none. */
function firstParagraph(html: string): string {
  const scanner = new Scanner(html);
  /** What was read of the paragraph that is open. */
  let inner: string | undefined;
  let notes = 0;
  for (let kind = scanner.next(true); kind; kind = scanner.next(true)) {
    if (kind === 'text') {
      if (inner !== undefined && notes === 0 && !scanner.rawText) inner += scanner.text;
    } else if (kind === 'start' || kind === 'end') {
      const { name } = scanner;
      if (name === 'p') {
        const text = textOf(inner);
        if (text) return text;
        inner = kind === 'start' ? '' : undefined;
        notes = 0;
      } else if (name === 'sup') notes = Math.max(0, notes + (kind === 'start' ? 1 : -1));
      else if (kind === 'start' && RAW_TEXT_ELEMENTS.has(name)) scanner.rawText = name;
    }
  }
  return textOf(inner);
}

const textOf = (html = ''): string => decodeReferences(html, 'text').replace(/\s+/g, ' ').trim();

/** Ends after a sentence where one ends in time, otherwise after a word. */
function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const start = text.slice(0, LONGEST);
  const sentence = /^[^]*[.!?。](?=\s)/.exec(`${start} `)?.[0];
  if (sentence && sentence.length > LONGEST / 3) return sentence;
  return `${start.slice(0, LONGEST - 1).replace(/(?<!\s)\s+\S*$/, '')}…`;
}
