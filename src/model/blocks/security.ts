import { BOOLEAN, DATE, LABEL, LINK, list, MARKDOWN, optional, record } from '../schema.js';
import { REFERENCE } from './links.js';

/** A version, and whether faults in it are still mended. */
export const SUPPORT = record(
  'a version',
  {
    /** A version or a range: `2.x`. In quotes where it looks like a number. */
    version: LABEL,
    /** Whether it gets security fixes. */
    supported: BOOLEAN,
    /** Until when it gets them. */
    until: optional(DATE),
  },
  { name: 'version', end: 'until', eol: 'until' },
);

/** How to report a weakness, and what happens then. The first four fields are those of a `security.txt` (RFC 9116). */
export const SECURITY = {
  /** Where to report: a form, or an address with `mailto:`. The best one first. */
  contacts: optional(list('a list of links', REFERENCE)),
  /** What happens to a report. */
  policy: optional(LINK),
  /** The key to encrypt a report with. */
  encryption: optional(LINK),
  /** Thanks to those who reported. */
  acknowledgments: optional(LINK),
  /** What a reporter should know; Markdown. */
  text: optional(MARKDOWN),
  /** Which versions get fixes. */
  versions: optional(list('a list of versions', SUPPORT)),
};
