import type { DataBlock } from '../../model/blocks.js';
import { ITEM_CLASS } from '../../model/names.js';
import { named, plain, type BlockWriter } from './pieces.js';

export function compileStats({ stats }: DataBlock<'stats'>, writer: BlockWriter): string {
  const items = stats.map(({ label, value, unit, date, source }) => {
    const figure = writer.number('value', value) + (unit === undefined ? '' : ` ${plain('unit', unit)}`);
    const origin = `<span class="doc-source ${ITEM_CLASS}">${named('title', source.title, source.url)}</span>`;
    return (
      `<div class="${ITEM_CLASS}">${plain('label', label, 'dt')}<dd class="doc-figure">${figure}</dd>` +
      `<dd class="doc-facts">${origin} · ${writer.time('date', date)}</dd></div>`
    );
  });
  return `<dl class="doc-stats">${items.join('')}</dl>`;
}
