import type { DataBlock } from '../../model/blocks.js';
import { datum, facts, listOf, named, plain, say, type BlockWriter } from './pieces.js';

export const compileReleases = ({ releases }: DataBlock<'releases'>, writer: BlockWriter): string =>
  listOf('releases', releases, ({ version, date, name, url, prerelease, supported, notes }) => {
    const { labels } = writer;
    const head = [
      named('version', version, url),
      plain('name', name),
      prerelease === undefined
        ? ''
        : datum('prerelease', String(prerelease), prerelease ? labels.prerelease : ''),
    ].filter((piece) => piece !== '');
    return (
      `<p class="doc-head">${head.join(' ')}</p>` +
      facts(
        writer.time('date', date),
        supported === undefined
          ? ''
          : say(labels.releaseSupported, { date: writer.time('supported', supported) }),
      ) +
      writer.rich('notes', notes)
    );
  });
