import type { Problem } from '../../model/problem.js';
import { quote } from './quotation.js';
import type { Leftover, Note } from './tokens.js';

/** A problem whose place is known to the caller. */
export type Finding = Omit<Problem, 'place'>;

const EFFECTS: Readonly<Record<Leftover['effect'], string>> = {
  kept: 'It shows as it is: write what it stands for.',
  resolved: 'It is read as what it most likely means: plain Markdown is safer.',
  hidden: 'It is left out: remove it, or write what it stands for.',
};

export const leftoverFound = ({ code, written, effect }: Leftover): Finding => ({
  code,
  severity: effect === 'kept' ? 'warning' : 'info',
  message:
    code === 'kramdown-attributes'
      ? `Attribute list ${quote(written)} is not Markdown that every reader knows. ${EFFECTS[effect]}`
      : `${quote(written)} is meant for a site generator, and none has run. ${EFFECTS[effect]}`,
});

export const unsafeUrl = (url: string): Finding => ({
  code: 'url-unsafe',
  severity: 'error',
  message: `The URL ${quote(url)} is not one a page may use, so only its text is shown. Use http, https, mailto or a relative URL.`,
});

export const unresolvedReference = (written: string): Finding => ({
  code: 'link-unresolved',
  severity: 'warning',
  message: `${quote(written)} refers to a link that is not defined, so it shows as it is. Define it: ${labelOf(written)}: https://…`,
});

/** The label of a reference: its second pair of brackets, or the first where that is empty. */
const labelOf = (written: string): string => {
  const label = quote(/\[(?:\\[^]|[^[\]\\])+\](?:\[\])?$/.exec(written)?.[0] ?? written);
  return label.endsWith('[]') ? label.slice(0, -2) : label;
};

export const undefinedNote = (label: string): Finding => ({
  code: 'footnote-undefined',
  severity: 'warning',
  message: `No footnote [^${quote(label)}] is defined, so the reference shows as it is. Define it: [^${quote(label)}]: …`,
});

export const unusedNote = ({ label }: Note): Finding => ({
  code: 'footnote-unused',
  severity: 'warning',
  message: `Footnote [^${quote(label)}] is not shown, because nothing refers to this definition of it. Refer to it or remove it.`,
});
