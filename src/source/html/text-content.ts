import { readAttributes, Scanner } from './scan.js';

/** Elements whose content no reader sees. */
export const UNSEEN_ELEMENTS: ReadonlySet<string> = new Set(['script', 'style', 'template']);

/** What the images in a piece of HTML stand for: their `alt` texts. */
export function imageText(html: string): string {
  const texts: string[] = [];
  const scanner = new Scanner(html);
  for (let kind = scanner.next(true); kind; kind = scanner.next(true))
    if (kind === 'start' && scanner.name === 'img')
      texts.push(readAttributes(scanner.attributes).get('alt')?.trim() ?? '');
  return texts.filter(Boolean).join(' ');
}
