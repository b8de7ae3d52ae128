import type { DataBlock } from '../../model/blocks.js';
import { escapeHtml } from '../../model/escape.js';
import { datum, facts, listOf, named, plain, type BlockWriter } from './pieces.js';

export const compileLinks = ({ links }: DataBlock<'links'>, writer: BlockWriter): string =>
  listOf('links', links, ({ title, url, description, source, date, lang }) => {
    const language = lang === undefined ? '' : ` hreflang="${escapeHtml(lang)}" lang="${escapeHtml(lang)}"`;
    return (
      named('title', title, url, language) +
      facts(plain('source', source), writer.time('date', date), datum('lang', lang, lang ?? '')) +
      writer.rich('description', description)
    );
  });
