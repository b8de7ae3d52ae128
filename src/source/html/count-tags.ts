/** How many tags and comments there are in HTML in which no other `<` stands. */
export function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) count++;
  return count;
}
