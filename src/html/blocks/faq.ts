import type { DataBlock } from '../../model/blocks.js';
import { escapeHtml } from '../../model/escape.js';
import { ITEM_CLASS } from '../../model/names.js';
import { plain, type BlockWriter } from './pieces.js';

export function compileFaq({ questions }: DataBlock<'faq'>, writer: BlockWriter): string {
  const items = questions.map(({ question, answer, id }) => {
    const target = id === undefined ? '' : ` id="${escapeHtml(id)}"`;
    return `<details class="${ITEM_CLASS}"${target}>${plain('question', question, 'summary')}${writer.rich('answer', answer)}</details>`;
  });
  return `<div class="doc-questions">${items.join('')}</div>`;
}
