import type { DataBlock } from '../../model/blocks.js';
import { escapeHtml } from '../../model/escape.js';
import { listOf, named, references, type BlockWriter } from './pieces.js';

export const compileGovernance = (
  { text, bodies, documents }: DataBlock<'governance'>,
  writer: BlockWriter,
): string =>
  writer.rich('text', text) +
  listOf(
    'bodies',
    bodies,
    ({ name, url, description, members }) =>
      `<p class="doc-head">${named('name', name, url)}</p>` +
      writer.rich('description', description) +
      listOf('members', members, escapeHtml),
  ) +
  references('documents', documents);
