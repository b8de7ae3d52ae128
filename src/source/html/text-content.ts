import { decodeReferences } from './character-references.js';
import { RAW_TEXT_ELEMENTS } from './scan-end.js';
import { readAttributes, Scanner } from './scan.js';

/** Elements whose content no reader sees. */
export const UNSEEN_ELEMENTS: ReadonlySet<string> = new Set(['script', 'style', 'template']);

/**
 * The text of a piece of HTML as a reader sees it: without tags, comments, scripts and styles, with the character
 * references decoded that `decodeReferences` knows.
 */
export function textContent(html: string): string {
  if (!html.includes('<')) return decodeReferences(html);
  const scanner = new Scanner(html);
  let text = '';
  for (let kind = scanner.next(true); kind; kind = scanner.next(true)) {
    const { name } = scanner;
    if (kind === 'start' && RAW_TEXT_ELEMENTS.has(name)) scanner.rawText = name;
    else if (kind === 'text' && !UNSEEN_ELEMENTS.has(scanner.rawText)) text += decodeReferences(scanner.text);
  }
  return text;
}

/** What the images in a piece of HTML stand for: their `alt` texts. */
export function imageText(html: string): string {
  const texts: string[] = [];
  const scanner = new Scanner(html);
  for (let kind = scanner.next(true); kind; kind = scanner.next(true))
    if (kind === 'start' && scanner.name === 'img')
      texts.push(readAttributes(scanner.attributes).get('alt')?.trim() ?? '');
  return texts.filter(Boolean).join(' ');
}
