/** How many items two lists have in common, by `isSame`: at their beginning, and of the others at their end. */
export function commonEnds<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (some: Item | undefined, other: Item | undefined) => boolean = (some, other) => some === other,
): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && isSame(before[head], after[head])) head++;
  let tail = 0;
  while (tail < most - head && isSame(before[before.length - 1 - tail], after[after.length - 1 - tail]))
    tail++;
  return { head, tail };
}
