import {
  CAPTION,
  CELL,
  FOSTERING,
  groupsOf,
  PARTS,
  ROW,
  ROWS,
  TABLE,
  TABLE_SCOPE,
  words,
} from './element-names.js';
import { endInBody } from './end-in-body.js';
import { clearFormatting, reopenFormatting } from './formatting.js';
import type { OpenElements } from './open-elements.js';
import { readTag } from './scan.js';
import { canStartForm, startInBody } from './start-in-body.js';
import type { Mode, StartTag } from './tree.js';

/** What HTML knows about one kind of part of a table. */
interface Part {
  /** The elements that are such a part. */
  readonly group: number;
  /** Where the tree goes back to before a part opens in it; absent where it holds text. */
  readonly context?: number;
  /** The parts that stand in it. */
  readonly holds?: ReadonlySet<string>;
  /** The part around other parts that the author may leave out. */
  readonly implies?: Readonly<Record<string, string>>;
  /** The parts around it whose end tags close it too. */
  readonly around?: ReadonlySet<string>;
}

const TABLE_NAMES = words('table');
const MODES: Partial<Record<Mode, Part>> = {
  table: {
    group: TABLE,
    context: TABLE_SCOPE,
    holds: words('caption colgroup tbody tfoot thead'),
    implies: { col: 'colgroup', tr: 'tbody', td: 'tbody', th: 'tbody' },
  },
  rows: {
    group: ROWS,
    context: ROWS,
    holds: words('tr'),
    implies: { td: 'tr', th: 'tr' },
    around: TABLE_NAMES,
  },
  row: {
    group: ROW,
    context: ROW,
    holds: words('td th'),
    around: words('table tbody tfoot thead'),
  },
  cell: { group: CELL, around: words('table tbody tfoot thead tr') },
  caption: { group: CAPTION, around: TABLE_NAMES },
};

const clear = (open: OpenElements, { context }: Part): void => {
  while (context && !(open.current.groups & context)) open.stack.pop();
};

function closePart(open: OpenElements, part: Part): void {
  open.close(part.group);
  if (!part.context) clearFormatting(open);
}

function startPart(open: OpenElements, tag: StartTag, part: Part): void {
  const implied = part.implies?.[tag.name];
  const isHeld = part.holds?.has(tag.name);
  if (isHeld || implied) clear(open, part);
  if (isHeld) {
    open.insert(tag);
    if (open.current.groups & (CELL | CAPTION)) open.formatting.push(undefined);
    return;
  }
  if (implied) open.insert(open.implied(implied));
  else closePart(open, part);
  startInMode(open, tag);
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
    open.close(name);
    startInMode(open, tag);
  } else if (ALLOWED_IN_TABLE.has(name)) {
    startInBody(open, tag);
  } else if (name === 'input' && readTag(tag.tag).get('type')?.toLowerCase() === 'hidden') {
    open.insert(tag, true);
  } else if (name === 'form') {
    if (open.find('template') || !canStartForm(open)) return;
    open.form = open.insert(tag);
    open.remove(open.form);
  } else {
    foster(open, () => {
      startInBody(open, tag);
    });
  }
}

/** A start tag by the rules of the current mode. */
export function startInMode(open: OpenElements, tag: StartTag): void {
  const { mode } = open.current;
  const part = MODES[mode];
  if (mode === 'columns') {
    if (tag.name === 'col') open.insert(tag, true);
    else if (tag.name === 'template') startInBody(open, tag);
    else {
      open.stack.pop();
      startInMode(open, tag);
    }
  } else if (part && PARTS.has(tag.name)) startPart(open, tag, part);
  else if (part?.context) startInTable(open, tag);
  else startInBody(open, tag);
}

/** An end tag by the rules of the current mode. */
export function endInMode(open: OpenElements, name: string): void {
  const { mode } = open.current;
  const part = MODES[mode];
  if (name === 'template') endInBody(open, name);
  else if (mode === 'columns') {
    if (name === 'col') return;
    open.stack.pop();
    if (name !== 'colgroup') endInMode(open, name);
  } else if (part && groupsOf(name) & part.group) {
    if (open.find(name, TABLE_SCOPE)) closePart(open, part);
  } else if (part?.around?.has(name)) {
    if (!open.find(name, TABLE_SCOPE)) return;
    closePart(open, part);
    endInMode(open, name);
  } else if (part && PARTS.has(name)) return;
  else if (part?.context) {
    foster(open, () => {
      endInBody(open, name);
    });
  } else endInBody(open, name);
}

/** White space at the beginning of HTML text, also as character references. */
const BLANKS =
  /^(?:[\t\n\f\r ]|&(?:#(?:0*(?:9|1[023]|32)(?!\d)|x0*(?:9|[acd]|20)(?![\da-f]));?|Tab;|NewLine;))*/i;
const countBlanks = (text: string): number => BLANKS.exec(text)?.[0].length ?? 0;

function addText(open: OpenElements, text: string): void {
  reopenFormatting(open);
  open.append(text);
}

/** Text by the rules of the current mode. */
export function textInMode(open: OpenElements, text: string): void {
  const { mode, groups } = open.current;
  if (mode === 'columns') {
    // Blanks belong here, other text ends the columns.
    const blank = countBlanks(text);
    open.append(text.slice(0, blank));
    if (blank === text.length) return;
    open.stack.pop();
    textInMode(open, text.slice(blank));
  } else if (!MODES[mode]?.context) addText(open, text);
  else if (groups & FOSTERING) open.tableText += text;
  else {
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
  if (countBlanks(text) === text.length) open.append(text);
  else {
    foster(open, () => {
      addText(open, text);
    });
  }
}
