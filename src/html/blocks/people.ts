import type { DataBlock } from '../../model/blocks.js';
import { escapeHtml } from '../../model/escape.js';
import { initials } from '../../model/format.js';
import type { Address } from '../../model/schema.js';
import { datum, facts, listOf, named, plain, references, type BlockWriter } from './pieces.js';

export const compilePeople = ({ people }: DataBlock<'people'>, writer: BlockWriter): string =>
  listOf(
    'people',
    people,
    ({ name, url, role, status, affiliation, avatar, from, to, about, links }) =>
      picture(name, avatar, writer) +
      `<div class="doc-entry"><p class="doc-head">${named('name', name, url)}` +
      `${status === undefined ? '' : ` ${datum('status', status, status === 'emeritus' ? writer.labels.emeritus : '')}`}</p>` +
      facts(plain('role', role), plain('affiliation', affiliation), writer.period(from, to)) +
      writer.rich('about', about) +
      references('links', links) +
      '</div>',
  );

/** A person's picture; where it is not loaded, their initials, which know its address. */
function picture(name: string, avatar: Address | undefined, { pictures }: BlockWriter): string {
  if (avatar && pictures)
    return `<img class="doc-avatar" src="${escapeHtml(avatar.href)}" alt="" width="48" height="48" loading="lazy" decoding="async">`;
  const letters = escapeHtml(initials(name));
  return avatar
    ? `<data class="doc-avatar" value="${escapeHtml(avatar.href)}" aria-hidden="true">${letters}</data>`
    : `<span class="doc-initials" aria-hidden="true">${letters}</span>`;
}
