/** HTML of our own that is one list and what stands around it, as a table of contents is. */
interface List {
  readonly start: string;
  readonly items: readonly string[];
  readonly end: string;
}

/** `undefined` where there is no list. Lists inside its items belong to these. */
function divide(html: string): List | undefined {
  const items: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: tag, index } of html.matchAll(/<ol>|<\/ol>|<\/li>/g)) {
    if (tag === '<ol>' && depth++ === 0) from = index + tag.length;
    if (tag === '</ol>' && --depth === 0)
      return { start: html.slice(0, html.indexOf('<ol>')), items, end: html.slice(from) };
    if (tag !== '</li>' || depth !== 1) continue;
    items.push(html.slice(from, index + tag.length));
    from = index + tag.length;
  }
  return undefined;
}

/** Some items of a list. */
export interface ListRow {
  /** They alone, as a list. */
  readonly items: string;
  /** The list up to and with them. */
  readonly html: string;
}

/** A list in rows of about `size` characters; none where there is no list. */
export function listRows(html: string, size: number): ListRow[] {
  const list = divide(html);
  if (!list) return [];
  const { start, items, end } = list;
  const rows: ListRow[] = [];
  let all = `${start}<ol>`;
  let row = '';
  for (const [index, item] of items.entries()) {
    row += item;
    if (row.length < size && index < items.length - 1) continue;
    all += row;
    rows.push({ items: `<ol>${row}</ol>`, html: all + end });
    row = '';
  }
  return rows;
}
