import { decodeReferences } from './character-references.js';
import { clearFormatting, reopenFormatting } from './formatting.js';
import { endInBody, endTemplate, startInBody } from './in-body.js';
import type { Mode, OpenElements, StartTag } from './open-elements.js';
import { FOSTERING, PARTS, TABLE_SCOPE, words } from './open-elements.js';
import { readTag } from './scan.js';

/** What HTML knows about one kind of part of a table. */
interface Part {
  /** The elements that are such a part. */
  readonly names: ReadonlySet<string>;
  /** Where the tree goes back to before a part opens or closes in it. */
  readonly context?: ReadonlySet<string>;
  /** The parts that stand in it. */
  readonly holds?: ReadonlySet<string>;
  /** The parts that stand in it in another part that the author may leave out. */
  readonly implies?: ReadonlyMap<string, string>;
  /** The parts around it whose end tags close it too. */
  readonly around?: ReadonlySet<string>;
}

const TABLE = words('table');
const TEXT_PARTS = words('caption td th');
const MODES: Partial<Record<Mode, Part>> = {
  table: {
    names: TABLE,
    context: TABLE_SCOPE,
    holds: words('caption colgroup tbody tfoot thead'),
    implies: new Map([
      ['col', 'colgroup'],
      ['tr', 'tbody'],
      ['td', 'tbody'],
      ['th', 'tbody'],
    ]),
  },
  caption: { names: words('caption'), around: TABLE },
  rows: {
    names: words('tbody tfoot thead'),
    context: words('tbody tfoot thead html template'),
    holds: words('tr'),
    implies: new Map([
      ['td', 'tr'],
      ['th', 'tr'],
    ]),
    around: TABLE,
  },
  row: {
    names: words('tr'),
    context: words('tr html template'),
    holds: words('td th'),
    around: words('table tbody tfoot thead'),
  },
  cell: { names: words('td th'), around: words('table tbody tfoot thead tr') },
};

const clear = (open: OpenElements, { context }: Part): void => {
  while (context && !context.has(open.current.name)) open.stack.pop();
};

/** Closes the part; whether it was open. */
function closePart(open: OpenElements, part: Part): boolean {
  if (!open.find(part.names, TABLE_SCOPE)) return false;
  open.close(part.names);
  if (!part.context) clearFormatting(open);
  return true;
}

function startPart(open: OpenElements, tag: StartTag, part: Part): void {
  const implied = part.implies?.get(tag.name);
  if (part.holds?.has(tag.name)) {
    clear(open, part);
    open.insert(tag);
    if (TEXT_PARTS.has(tag.name)) open.formatting.push(undefined);
  } else if (implied) {
    clear(open, part);
    open.insert(open.implied(implied));
    startInMode(open, tag);
  } else if (closePart(open, part)) startInMode(open, tag);
}

/** Applies a rule for "in body"; what has no place in the table goes before it. */
function foster(open: OpenElements, rule: () => void): void {
  open.fostering = true;
  rule();
  open.fostering = false;
}

const ALLOWED_IN_TABLE = words('style script template');

function startInTable(open: OpenElements, tag: StartTag): void {
  const { name } = tag;
  if (name === 'table') {
    if (open.close(name, TABLE_SCOPE)) startInMode(open, tag);
  } else if (ALLOWED_IN_TABLE.has(name)) {
    startInBody(open, tag);
  } else if (name === 'input' && readTag(tag.tag).get('type')?.toLowerCase() === 'hidden') {
    open.insert(tag, true);
  } else if (name === 'form') {
    if (open.form || open.find('template')) return;
    open.form = open.insert(tag);
    open.remove(open.form);
  } else {
    foster(open, () => {
      startInBody(open, tag);
    });
  }
}

function startInColumns(open: OpenElements, tag: StartTag): void {
  if (tag.name === 'col') open.insert(tag, true);
  else if (tag.name === 'template') startInBody(open, tag);
  else if (closeColumns(open)) startInMode(open, tag);
}

function closeColumns(open: OpenElements): boolean {
  if (open.current.name !== 'colgroup') return false;
  open.stack.pop();
  return true;
}

const HEAD = words('base basefont bgsound link meta noframes script style template title');
const TEMPLATE_MODES: ReadonlyMap<string, Mode> = new Map([
  ['col', 'columns'],
  ['tr', 'rows'],
  ['td', 'row'],
  ['th', 'row'],
]);

/** A start tag by the rules of the current mode. */
export function startInMode(open: OpenElements, tag: StartTag): void {
  const { current } = open;
  const { name } = tag;
  const part = MODES[current.mode];
  if (current.mode === 'template' && !HEAD.has(name)) {
    // The first element in a template tells what the template is a piece of.
    current.mode = PARTS.has(name) ? (TEMPLATE_MODES.get(name) ?? 'table') : 'body';
    startInMode(open, tag);
  } else if (current.mode === 'columns') startInColumns(open, tag);
  else if (part && PARTS.has(name)) startPart(open, tag, part);
  else if (part?.context) startInTable(open, tag);
  else startInBody(open, tag);
}

/** An end tag by the rules of the current mode. */
export function endInMode(open: OpenElements, name: string): void {
  const { mode } = open.current;
  const part = MODES[mode];
  if (name === 'template') endTemplate(open, name);
  else if (mode === 'template') return;
  else if (mode === 'columns') {
    if (name !== 'col' && closeColumns(open) && name !== 'colgroup') endInMode(open, name);
  } else if (part?.names.has(name)) {
    if (open.find(name, TABLE_SCOPE)) closePart(open, part);
  } else if (part?.around?.has(name)) {
    const isKnown = (name === 'table' && mode !== 'cell') || open.find(name, TABLE_SCOPE) > 0;
    if (isKnown && closePart(open, part)) endInMode(open, name);
  } else if (part && (PARTS.has(name) || name === 'html' || name === 'body')) return;
  else if (part?.context) {
    foster(open, () => {
      endInBody(open, name);
    });
  } else endInBody(open, name);
}

const isBlank = (text: string): boolean => !/[^\t\n\f\r ]/.test(decodeReferences(text));

function addText(open: OpenElements, text: string): void {
  reopenFormatting(open);
  open.append(text);
}

/** Text by the rules of the current mode. */
export function textInMode(open: OpenElements, text: string): void {
  const { current } = open;
  if (current.mode === 'columns') {
    // Blanks belong here. Other text ends the columns; where there is nothing to end, it is dropped.
    const words = text.search(/[^\t\n\f\r ]/);
    if (words < 0) open.append(text);
    else {
      open.append(text.slice(0, words));
      const rest = text.slice(words);
      if (closeColumns(open)) textInMode(open, rest);
      else open.append(rest.replace(/[^\t\n\f\r ]+/g, ''));
    }
  } else if (!MODES[current.mode]?.context) {
    addText(open, text);
  } else if (FOSTERING.has(current.name) || current.name === 'template') {
    open.tableText += text;
  } else {
    foster(open, () => {
      addText(open, text);
    });
  }
}

/** Puts the text of a table where it belongs once another token shows that there is no more of it: blanks stay. */
export function flushTableText(open: OpenElements): void {
  const text = open.tableText;
  if (!text) return;
  open.tableText = '';
  if (isBlank(text)) open.append(text);
  else
    foster(open, () => {
      addText(open, text);
    });
}
