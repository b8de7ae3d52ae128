import type { DataBlock } from '../../model/blocks.js';
import { escapeHtml } from '../../model/escape.js';
import { ITEM_CLASS } from '../../model/names.js';
import { datum, facts, link, plain, references, type BlockWriter } from './pieces.js';

export function compileSecurity(block: DataBlock<'security'>, writer: BlockWriter): string {
  const { contacts, policy, encryption, acknowledgments, text, versions } = block;
  const { labels } = writer;
  return (
    writer.rich('text', text) +
    references('contacts', contacts) +
    facts(
      link('policy', policy, labels.policy),
      link('encryption', encryption, labels.encryption),
      link('acknowledgments', acknowledgments, labels.acknowledgments),
    ) +
    compileVersions(versions, writer)
  );
}

function compileVersions(versions: DataBlock<'security'>['versions'], writer: BlockWriter): string {
  if (!versions) return '';
  const { labels } = writer;
  const dated = versions.some(({ until }) => until !== undefined);
  const headings = [labels.version, labels.supported, ...(dated ? [labels.supportedUntil] : [])];
  const rows = versions.map(({ version, supported, until }) => {
    const state = datum('supported', String(supported), supported ? labels.yes : labels.no);
    const end = dated ? `<td>${writer.time('until', until)}</td>` : '';
    return `<tr class="${ITEM_CLASS}"><th scope="row">${plain('version', version)}</th><td>${state}</td>${end}</tr>`;
  });
  return (
    `<table><thead><tr>${headings.map((each) => `<th scope="col">${escapeHtml(each)}</th>`).join('')}</tr></thead>` +
    `<tbody class="doc-versions">${rows.join('')}</tbody></table>`
  );
}
