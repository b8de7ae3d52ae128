import type { DataBlock } from '../../model/blocks.js';
import { doiUrl } from '../../model/doi.js';
import { escapeHtml } from '../../model/escape.js';
import { fill } from '../../model/labels.js';
import { ITEM_CLASS } from '../../model/names.js';
import { datum, link, plain, say, type BlockWriter } from './pieces.js';

export function compileCiting(block: DataBlock<'citing'>, writer: BlockWriter): string {
  const { title, authors, date, version, doi, url, text, bibtex } = block;
  const { labels } = writer;
  const when = writer.time('date', date);
  const names = authors.map((author) => compileAuthor(author, labels.orcid)).join(', ');
  const pieces = [
    `<span class="doc-authors">${names}</span>${when && ` (${when})`}`,
    plain('title', title, 'cite') +
      (version === undefined ? '' : `, ${say(labels.citedVersion, { version: plain('version', version) })}`),
    doi === undefined ? '' : `<a class="doc-doi" href="${escapeHtml(doiUrl(doi))}">${escapeHtml(doi)}</a>`,
    link('url', url, url?.href ?? ''),
  ].filter((piece) => piece !== '');
  return (
    `<figure class="doc-citation"><p>${pieces.join('. ')}.</p>` +
    (bibtex === undefined
      ? ''
      : `<pre><code class="language-bibtex doc-bibtex">${escapeHtml(bibtex)}</code></pre>`) +
    `</figure>${writer.rich('text', text)}`
  );
}

function compileAuthor(
  { name, orcid, affiliation }: DataBlock<'citing'>['authors'][number],
  label: string,
): string {
  const record =
    orcid === undefined
      ? ''
      : ` <a href="https://orcid.org/${escapeHtml(orcid)}" aria-label="${escapeHtml(fill(label, { name }))}">${datum('orcid', orcid, 'ORCID')}</a>`;
  const place = affiliation === undefined ? '' : ` (${plain('affiliation', affiliation)})`;
  return `<span class="${ITEM_CLASS}">${plain('name', name)}${record}${place}</span>`;
}
