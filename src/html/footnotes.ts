import { escapeHtml } from '../model/escape.js';
import { fill, type Labels } from '../model/labels.js';
import { ENGLISH } from '../model/labels/en.js';
import type { Footnote, HeadingLevel } from '../model/page.js';
import { CHROME_ATTRIBUTE, FOOTNOTES_LABEL_ID } from '../model/names.js';

/** The links back to each place that refers to a note; `↩` for the first, with a number for the others, as on GitHub. */
function compileBackLinks({ number, references }: Footnote, labels: Labels): string {
  const links: string[] = [];
  for (let reference = 1; reference <= references; reference++) {
    const suffix = reference === 1 ? '' : `-${reference}`;
    const label = escapeHtml(fill(labels.footnoteBack, { number: `${number}${suffix}` }));
    const sign = reference === 1 ? '↩' : `↩<sup class="footnote-ref">${reference}</sup>`;
    links.push(
      ` <a href="#fnref-${number}${suffix}" class="data-footnote-backref" data-footnote-backref ${CHROME_ATTRIBUTE} aria-label="${label}">${sign}</a>`,
    );
  }
  return links.join('');
}

function compileNote(note: Footnote, labels: Labels): string {
  const body = note.html.trimEnd();
  const links = compileBackLinks(note, labels);
  const inParagraph = body.endsWith('</p>');
  const html = inParagraph ? `${body.slice(0, -4)}${links}</p>` : `${body}${links}`;
  return `<li id="fn-${note.number}">${html}</li>`;
}

/** The inside of the notes' section: a heading for screen readers and the list. */
export const compileFootnotes = (
  notes: readonly Footnote[],
  level: HeadingLevel,
  labels: Labels = ENGLISH,
): string =>
  `<h${level} id="${FOOTNOTES_LABEL_ID}" class="sr-only" ${CHROME_ATTRIBUTE}>${escapeHtml(labels.footnotes)}</h${level}>` +
  `<ol>${notes.map((note) => compileNote(note, labels)).join('')}</ol>`;
