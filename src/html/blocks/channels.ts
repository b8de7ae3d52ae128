import type { DataBlock } from '../../model/blocks.js';
import { datum, listOf, named, type BlockWriter } from './pieces.js';

export const compileChannels = ({ channels }: DataBlock<'channels'>, writer: BlockWriter): string =>
  listOf(
    'channels',
    channels,
    ({ name, url, type, description }) =>
      `<p class="doc-head">${named('name', name, url)}` +
      `${type === undefined ? '' : ` ${datum('type', type, writer.labels.channels[type])}`}</p>` +
      writer.rich('description', description),
  );
