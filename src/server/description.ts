import type { Page, Section } from '../model/page.js';

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

/** The text of the first paragraph that has any: badges and other pictures have none. */
function firstParagraph(html: string): string | undefined {
  for (const [, inner = ''] of html.matchAll(/<p(?:\s[^>]*)?>([^]*?)<\/p>/gi)) {
    const text = decode(inner.replace(/<sup\b[^]*?<\/sup>|<[^>]*>/gi, ''))
      .replace(/\s+/g, ' ')
      .trim();
    if (text) return text;
  }
  return undefined;
}

/** The references that our own compiler writes; any other stays as it is written. */
const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

const decode = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (reference, name: string) => REFERENCES[name] ?? reference);

/** Ends after a sentence where one ends in time, otherwise after a word. */
function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const start = text.slice(0, LONGEST);
  const sentence = /^[^]*[.!?。](?=\s)/.exec(`${start} `)?.[0];
  if (sentence && sentence.length > LONGEST / 3) return sentence;
  return `${start.slice(0, LONGEST - 1).replace(/\s+\S*$/, '')}…`;
}
