/*
 * The groups of elements that the HTML standard's tree construction tells apart. Names of SVG and MathML elements begin
 * with `svg/` or `math/`.
 */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const FOREIGN_INTEGRATION =
  'math/mi math/mo math/mn math/ms math/mtext math/annotation-xml svg/foreignobject svg/desc svg/title';
const SCOPE_NAMES = `html applet caption table td th marquee object select template ${FOREIGN_INTEGRATION}`;
/** Elements that hide what is open around them, for each question that HTML asks. */
export const SCOPE = words(SCOPE_NAMES);
export const BUTTON_SCOPE = words(`${SCOPE_NAMES} button`);
export const LIST_SCOPE = words(`${SCOPE_NAMES} ol ul`);
export const TABLE_SCOPE = words('html table template');

/** Block elements without rules of their own. */
export const BLOCK_NAMES =
  'address article aside blockquote center details dir div dl fieldset figcaption figure footer header hgroup main ' +
  'menu nav ol search section summary ul';
export const FORMATTING_NAMES = 'b big code em font i s small strike strong tt u';
export const HEADING_NAMES = 'h1 h2 h3 h4 h5 h6';
export const HEADINGS = words(HEADING_NAMES);
/** What a table is made of. */
export const PART_NAMES = 'caption col colgroup tbody td tfoot th thead tr';
export const PARTS = words(PART_NAMES);
/** Elements that an end tag without rules of its own never closes across. */
export const SPECIAL = words(
  `${SCOPE_NAMES} ${BLOCK_NAMES} ${HEADING_NAMES} ${PART_NAMES} p li dd dt pre listing form button textarea iframe ` +
    'noembed noframes noscript plaintext script style title xmp',
);
const IMPLIED_END_NAMES = 'dd dt li optgroup option p rb rp rt rtc';
/** Elements that end where an element around them ends. */
export const IMPLIED_END = words(IMPLIED_END_NAMES);
/** Elements that need no end tag. */
export const OPTIONAL_END = words(`${IMPLIED_END_NAMES} ${PART_NAMES}`);
/** Where neither text nor other content belongs. */
export const FOSTERING = words('table tbody tfoot thead tr');
export const FOSTER_HOSTS = words('table template');

/** Looks up values by name, where each value is given with a list of names. */
export const byName = <Value>(lists: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> =>
  new Map(lists.flatMap(([names, value]) => names.split(' ').map((name): [string, Value] => [name, value])));
