import type { DataBlock } from '../../model/blocks.js';
import { listOf, named, type BlockWriter } from './pieces.js';

export const compileTimeline = ({ events }: DataBlock<'timeline'>, writer: BlockWriter): string =>
  listOf(
    'events',
    events,
    ({ date, to, title, url, text }) => {
      const end = writer.time('to', to);
      return (
        `<p class="doc-when">${writer.time('date', date)}${end && ` – ${end}`}</p>` +
        `<p class="doc-head">${named('title', title, url)}</p>` +
        writer.rich('text', text)
      );
    },
    'ol',
  );
