/** @param {readonly number[]} values @param {number} share from 0 to 1 */
export function quantile(values, share) {
  const sorted = [...values].sort((some, other) => some - other);
  const place = (sorted.length - 1) * share;
  const low = Math.floor(place);
  const [below = NaN, above = below] = [sorted[low], sorted[low + 1]];
  return below + (above - below) * (place - low);
}

/** @typedef {{ median: number; low: number; high: number; samples: number }} Summary */

/** The median with its quartiles. @param {readonly number[]} values @returns {Summary} */
export const summarize = (values) => ({
  median: quantile(values, 0.5),
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
  samples: values.length,
});

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/** @param {number} value */
export const short = (value) =>
  Number.isNaN(value)
    ? '–'
    : value >= 100
      ? value.toFixed(0)
      : value >= 10
        ? value.toFixed(1)
        : value.toFixed(2);

/** Lines up a table. @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
export function formatTable(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
