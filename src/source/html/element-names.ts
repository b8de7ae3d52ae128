import { RAW_TEXT_NAMES } from './scan-end.js';

/*
 * The groups of elements that the HTML standard's tree construction tells apart. Names of SVG and MathML elements begin
 * with `svg/` or `math/`.
 */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const FOREIGN_INTEGRATION =
  'math/mi math/mo math/mn math/ms math/mtext math/annotation-xml svg/foreignobject svg/desc svg/title';
/** Elements that hide what is open around them, for each question that HTML asks, and other groups: a bit for each. */
export const SCOPE = 1;
export const BUTTON_SCOPE = 2;
export const LIST_SCOPE = 4;
export const TABLE_SCOPE = 8;
/** Elements that an end tag without rules of its own never closes across. */
export const SPECIAL = 16;
/** Elements that end where an element around them ends. */
export const IMPLIED_END = 32;
/** Where neither text nor other content belongs. */
export const FOSTERING = 64;
export const FOSTER_HOST = 128;
export const HEADING = 256;
/** Elements whose content is text. */
export const RAW_TEXT = 512;
/** SVG and MathML. */
export const FOREIGN = 1024;
/** The parts of a table. */
export const TABLE = 2048;
export const ROWS = 4096;
export const ROW = 8192;
export const CELL = 16384;
export const CAPTION = 32768;
/** Block elements without rules of their own. */
export const BLOCK = 65536;
/** Elements that stand in a line of text. */
export const INLINE = 131072;
/** Elements that end the line they stand in. */
export const BREAKING = 262144;

const SCOPE_NAMES = `html applet caption table td th marquee object select template ${FOREIGN_INTEGRATION}`;

export const BLOCK_NAMES =
  'address article aside blockquote center details dir div dl fieldset figcaption figure footer header hgroup main ' +
  'menu nav ol search section summary ul';
export const FORMATTING_NAMES = 'b big code em font i s small strike strong tt u';
const INLINE_NAMES = `a abbr acronym bdi bdo cite data del dfn ins kbd label mark nobr picture q ruby samp span sub sup time var ${FORMATTING_NAMES}`;
export const HEADING_NAMES = 'h1 h2 h3 h4 h5 h6';
export const HEADINGS = words(HEADING_NAMES);
/** What a table is made of. */
export const PART_NAMES = 'caption col colgroup tbody td tfoot th thead tr';
export const PARTS = words(PART_NAMES);
const IMPLIED_END_NAMES = 'dd dt li optgroup option p rb rp rt rtc';
/** Elements that need no end tag. */
export const OPTIONAL_END = words(`${IMPLIED_END_NAMES} ${PART_NAMES}`);
const GROUPS = new Map<string, number>();
for (const [group, names] of [
  [SCOPE | BUTTON_SCOPE | LIST_SCOPE | SPECIAL, SCOPE_NAMES],
  [BLOCK, BLOCK_NAMES],
  [INLINE, INLINE_NAMES],
  [BREAKING, `${BLOCK_NAMES} ${HEADING_NAMES} p li dd dt pre listing table hr`],
  [BUTTON_SCOPE, 'button'],
  [LIST_SCOPE, 'ol ul'],
  [TABLE_SCOPE, 'html table template'],
  [SPECIAL, `${BLOCK_NAMES} ${HEADING_NAMES} ${PART_NAMES} p li dd dt pre listing form button noscript`],
  [RAW_TEXT | SPECIAL, RAW_TEXT_NAMES],
  [IMPLIED_END, IMPLIED_END_NAMES],
  [FOSTERING, 'table tbody tfoot thead tr'],
  [FOSTER_HOST, 'table template'],
  [HEADING, HEADING_NAMES],
  [TABLE, 'table'],
  [ROWS, 'tbody tfoot thead'],
  [ROW, 'tr'],
  [CELL, 'td th'],
  [CAPTION, 'caption'],
] as const)
  for (const name of names.split(' ')) GROUPS.set(name, (GROUPS.get(name) ?? 0) | group);

/** The groups that an element belongs to. */
export const groupsOf = (name: string): number =>
  (GROUPS.get(name) ?? 0) | (name.includes('/') ? FOREIGN : 0);

/** Looks up values by name, where each value is given with a list of names. */
export const byName = <Value>(lists: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> =>
  new Map(lists.flatMap(([names, value]) => names.split(' ').map((name): [string, Value] => [name, value])));
