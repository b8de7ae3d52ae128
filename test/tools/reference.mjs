/** The reference tables of the README, written from the manifest. */

/**
 * What of the manifest's schema the tables show.
 *
 * @typedef {object} Named
 * @property {string} name
 * @property {string} [description]
 *
 * @typedef {Named & { fieldName?: string; default?: string }} Attribute
 * @typedef {Named & { kind: 'field'; type?: { text: string }; default?: string; readonly?: boolean; static?: boolean }} Field
 * @typedef {Named & { kind: 'method'; parameters?: readonly Named[]; static?: boolean }} Method
 *
 * @typedef {object} Element
 * @property {string} name
 * @property {string} [tagName]
 * @property {string} [description]
 * @property {readonly Attribute[]} [attributes]
 * @property {readonly (Field | Method)[]} [members]
 * @property {readonly Named[]} [events]
 * @property {readonly Named[]} [slots]
 * @property {readonly Named[]} [cssParts]
 * @property {readonly Named[]} [cssProperties]
 * @property {readonly Named[]} [cssStates]
 *
 * @typedef {{ modules: readonly { declarations?: readonly Element[] }[] }} Manifest
 */

export const START = '<!-- reference:start -->';
export const END = '<!-- reference:end -->';

/** Text as one cell of a table. @param {string | undefined} text */
const cell = (text) => (text ?? '').replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

/** @param {string | undefined} text */
const code = (text) => (text ? `\`${cell(text)}\`` : '');

/**
 * @param {string} title
 * @param {readonly string[]} columns
 * @param {readonly (readonly string[])[]} rows
 * @returns {string} nothing where there are no rows
 */
function table(title, columns, rows) {
  if (rows.length === 0) return '';
  /** @param {readonly string[]} cells */
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [`**${title}**`, '', line(columns), line(columns.map(() => '---')), ...rows.map(line), ''].join(
    '\n',
  );
}

/** @param {readonly Named[] | undefined} items @param {string} fallback name of the item without one */
const named = (items = [], fallback = '') =>
  items.map(({ name, description }) => [name ? code(name) : fallback, cell(description)]);

/** A default as an attribute has it: nothing for what an absent attribute means anyway. @param {string | undefined} value */
const shownDefault = (value) => (value === 'false' ? '' : code(value?.replace(/^'(.*)'$/, '$1')));

/** @param {Element} element */
function describe(element) {
  const { tagName = '', description = '', attributes = [], members = [] } = element;
  const fields = members.filter((member) => member.kind === 'field').filter((field) => !field.static);
  const methods = members.filter((member) => member.kind === 'method').filter((method) => !method.static);
  const inAttributes = new Set(attributes.map(({ fieldName }) => fieldName));
  return [
    `### \`<${tagName}>\`\n\n${description}\n`,
    table(
      'Attributes',
      ['attribute', 'property', 'default', 'what it does'],
      attributes.map((attribute) => {
        const field = fields.find(({ name }) => name === attribute.fieldName);
        return [
          code(attribute.name),
          code(attribute.fieldName),
          shownDefault(attribute.default ?? field?.default),
          cell(attribute.description ?? field?.description),
        ];
      }),
    ),
    table(
      'Properties without an attribute',
      ['property', 'type', 'what it is'],
      fields
        .filter(({ name }) => !inAttributes.has(name))
        .map(({ name, description: text, type, readonly }) => [
          code(name),
          code(type?.text),
          `${readonly ? 'Read-only. ' : ''}${cell(text)}`,
        ]),
    ),
    table(
      'Methods',
      ['method', 'what it does'],
      methods.map(({ name, description: text, parameters = [] }) => [
        code(`${name}(${parameters.map((parameter) => parameter.name).join(', ')})`),
        cell(text),
      ]),
    ),
    table('Events', ['event', 'when'], named(element.events)),
    table('Slots', ['slot', 'what goes there'], named(element.slots, 'default')),
    table('Parts', ['part', 'what it is'], named(element.cssParts)),
    table('Custom properties', ['property', 'what it sets'], named(element.cssProperties)),
    table(
      'States',
      ['state', 'when'],
      named(element.cssStates?.map((state) => ({ ...state, name: `:state(${state.name})` }))),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/**
 * @param {Manifest} manifest
 * @returns {string} Markdown: a heading, a description and tables for each tag
 */
export function referenceTables(manifest) {
  return manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName !== undefined)
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(describe)
    .join('\n');
}

/**
 * @param {string} readme
 * @param {string} tables
 * @returns {string} the README with the tables between its markers
 * @throws {Error} where the markers are missing
 */
export function replaceReference(readme, tables) {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start === -1 || end < start) throw new Error(`README.md needs ${START} and, below it, ${END}.`);
  return `${readme.slice(0, start + START.length)}\n\n${tables}\n${readme.slice(end)}`;
}
