import type { DataBlock } from '../../model/blocks.js';
import { listOf, named, plain, type BlockWriter } from './pieces.js';

export const compileLicence = (
  { licences, copyright, text }: DataBlock<'licence'>,
  writer: BlockWriter,
): string =>
  listOf('licences', licences, ({ name, spdx, url, covers }) =>
    [named('name', name, url), plain('spdx', spdx, 'code'), plain('covers', covers)]
      .filter((piece) => piece !== '')
      .join(' '),
  ) +
  writer.rich('text', text) +
  (copyright === undefined ? '' : `<p>${plain('copyright', copyright, 'small')}</p>`);
