import { EMOJI_NAMES } from './emoji-names.js';

/** Each emoji by its names, without their colons. */
export const EMOJI: ReadonlyMap<string, string> = readNames(EMOJI_NAMES);

function readNames(table: string): Map<string, string> {
  const emoji = new Map<string, string>();
  for (const line of table.trim().split('\n')) {
    const words = line.split(' ');
    const [sign = ''] = words.slice(-1);
    for (const name of words.slice(0, -1)) emoji.set(name, sign);
  }
  return emoji;
}
