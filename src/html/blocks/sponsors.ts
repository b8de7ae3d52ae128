import type { DataBlock } from '../../model/blocks.js';
import { escapeHtml } from '../../model/escape.js';
import type { Address } from '../../model/schema.js';
import { datum, facts, listOf, named, plain, references, type BlockWriter } from './pieces.js';

export const compileSponsors = ({ sponsors, ways }: DataBlock<'sponsors'>, writer: BlockWriter): string =>
  listOf(
    'sponsors',
    sponsors,
    ({ name, url, tier, logo, description, from, to }) =>
      picture(logo, writer) +
      `<div class="doc-entry"><p class="doc-head">${named('name', name, url)}</p>` +
      facts(plain('tier', tier), writer.period(from, to)) +
      writer.rich('description', description) +
      '</div>',
  ) + references('ways', ways);

/** The name stands beside it, so it says nothing more. */
function picture(logo: Address | undefined, { pictures }: BlockWriter): string {
  if (!logo) return '';
  return pictures
    ? `<img class="doc-logo" src="${escapeHtml(logo.href)}" alt="" height="48" loading="lazy" decoding="async">`
    : datum('logo', logo.href, '');
}
