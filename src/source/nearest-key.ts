import { nearestWord } from '../model/nearest-word.js';

/** The key that the author may have meant by `key`: another word for one, or one with a slip in it. */
export function nearestKey(
  key: string,
  keys: readonly string[],
  synonyms: Readonly<Record<string, string>>,
): string | undefined {
  const word = key.toLowerCase();
  const synonym = Object.keys(synonyms).find((each) => each.toLowerCase() === word);
  return synonym === undefined ? nearestWord(word, keys) : synonyms[synonym];
}
