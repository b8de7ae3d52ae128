/** Most letters that may differ in a word that was meant. */
const MAX_DISTANCE = 3;

/** The word that may have been meant by `word`: the one with the fewest letters added, removed or replaced; `undefined` where none is near. */
export function nearestWord(word: string, words: Iterable<string>): string | undefined {
  const meant = word.toLowerCase();
  let limit = Math.min(MAX_DISTANCE, Math.floor(word.length / 3) + 1);
  let nearest: string | undefined;
  for (const each of words) {
    const found = distance(meant, each.toLowerCase(), limit);
    if (found > limit) continue;
    nearest = each;
    limit = found - 1;
    if (limit < 0) break;
  }
  return nearest;
}

/** How many letters must be added, removed or replaced to make one word of the other; any number over `limit` where it is more. */
function distance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return Infinity;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return Infinity;
    row = next;
  }
  return row[to.length] ?? Infinity;
}
