import { LABEL, LINK, list, MARKDOWN, optional, record, TEXT } from '../schema.js';

/** A licence. */
export const LICENCE_ENTRY = record(
  'a licence',
  {
    /** What it is called, such as `MIT License`. */
    name: LABEL,
    /** SPDX expression, such as `MIT` or `Apache-2.0 OR MIT`. */
    spdx: optional(TEXT),
    /** Its text. */
    url: optional(LINK),
    /** What it covers, where it is not everything: `Documentation`. */
    covers: optional(TEXT),
  },
  { title: 'name', id: 'spdx', href: 'url', scope: 'covers' },
);

/** Under which terms the work may be used. */
export const LICENCE = {
  /** In the order in which they are shown; where there are several, say what each covers. */
  licences: list('a list of licences', LICENCE_ENTRY),
  /** Who holds the copyright, with the years: `2015–2026 The Project contributors`. */
  copyright: optional(TEXT),
  /** What it means for a reader; Markdown. */
  text: optional(MARKDOWN),
};
