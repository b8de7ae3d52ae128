import { enhancePage, enhanceSection } from '../dom/authored.js';
import { tellUnreadSource } from '../dom/unread-source.js';
import { wordsAround } from '../dom/words.js';
import { optionsOf } from './page-options.js';
import type { SourceHost } from './source-controller.js';

/** Gives authored children what rendered ones have: a page its title, ids, permalinks, a table of contents. */
export async function enhance(host: SourceHost): Promise<void> {
  tellUnreadSource(host);
  const labels = await wordsAround(host);
  const options = { ...optionsOf(host), headingLevel: host.headingLevel, labels };
  if (host.shape === 'page') enhancePage(host, options);
  else enhanceSection(host, options);
}
