/**
 * 1-based line on which `text` begins in `source`, or its first line alone where its lines are indented there; of several
 * places the one that comes after `before` others. `undefined` where it is not there.
 */
export function findLine(source: string, text: string, before = 0): number | undefined {
  const whole = text.trim();
  const at = nthIndex(source, whole, before) ?? nthIndex(source, whole.split('\n', 1)[0] ?? '', before);
  return at === undefined ? undefined : source.slice(0, at).split(/\r\n|\r|\n/).length;
}

/** The last one where there are not as many. */
function nthIndex(source: string, text: string, before: number): number | undefined {
  if (text === '') return undefined;
  let found: number | undefined;
  for (let at = source.indexOf(text), count = 0; at !== -1 && count <= before; count++) {
    found = at;
    at = source.indexOf(text, at + text.length);
  }
  return found;
}
