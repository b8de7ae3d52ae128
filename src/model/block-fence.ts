import type { AnyBlockData } from './page-data.js';

/** A block of data as fenced code, of which a reader of Markdown makes the same block. */
export function blockFence({ kind, ...data }: Exclude<AnyBlockData, { kind: 'prose' }>): string {
  const json = JSON.stringify(data, null, 2);
  // Longer than any run of backticks in it, so that none ends it.
  const fence = '`'.repeat(Math.max(3, ...[...json.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}json doc:${kind}\n${json}\n${fence}\n\n`;
}
