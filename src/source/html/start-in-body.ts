import {
  BLOCK_NAMES,
  byName,
  FORMATTING_NAMES,
  HEADING,
  HEADING_NAMES,
  PART_NAMES,
  SCOPE,
  SPECIAL,
  words,
} from './element-names.js';
import { closeParagraph, endInBody } from './end-in-body.js';
import { dropFormatting, findFormatting, insertFormatting, reopenFormatting } from './formatting.js';
import type { OpenElements } from './open-elements.js';
import type { StartTag } from './tree.js';

type StartRule = (open: OpenElements, tag: StartTag) => void;

const ignore: StartRule = () => undefined;
const insert: StartRule = (open, tag) => void open.insert(tag);
const insertVoid: StartRule = (open, tag) => void open.insert(tag, true);

const startBlock: StartRule = (open, tag) => {
  closeParagraph(open);
  open.insert(tag);
};

const startInline: StartRule = (open, tag) => {
  reopenFormatting(open);
  open.insert(tag);
};

const startVoid: StartRule = (open, tag) => {
  reopenFormatting(open);
  open.insert(tag, true);
};

const startHeading: StartRule = (open, tag) => {
  closeParagraph(open);
  if (open.current.groups & HEADING) open.stack.pop();
  open.insert(tag);
};

const ITEM = words('li');
const DEFINITION = words('dd dt');
const PASSED_BY_ITEMS = words('address div p');

const startItem: StartRule = (open, tag) => {
  const alike = tag.name === 'li' ? ITEM : DEFINITION;
  for (let depth = open.stack.length; --depth > 0;) {
    const { name, groups } = open.stack[depth] ?? open.root;
    if (alike.has(name)) open.closeTo(depth);
    else if (!(groups & SPECIAL) || PASSED_BY_ITEMS.has(name)) continue;
    break;
  }
  startBlock(open, tag);
};

/**
 * Whether a form may begin: none in another. HTML does nest forms where the end tag of the first is in a wrong place,
 * but no HTML can be written that says so.
 */
export const canStartForm = (open: OpenElements): boolean => !open.form && (open.exact || !open.find('form'));

const startForm: StartRule = (open, tag) => {
  const inTemplate = open.find('template') > 0;
  if (!inTemplate && !canStartForm(open)) return;
  closeParagraph(open);
  const form = open.insert(tag);
  if (!inTemplate) open.form = form;
};

const startLink: StartRule = (open, tag) => {
  const link = findFormatting(open, tag.name);
  if (link) {
    endInBody(open, tag.name);
    dropFormatting(open, link);
  }
  insertFormatting(open, tag);
};

const startNobr: StartRule = (open, tag) => {
  reopenFormatting(open);
  if (open.find(tag.name, SCOPE)) endInBody(open, tag.name);
  insertFormatting(open, tag);
};

const startButton: StartRule = (open, tag) => {
  open.close(tag.name, SCOPE);
  startInline(open, tag);
};

/** Opens an element that formatting elements around it do not go on in. */
const startEnclosed: StartRule = (open, tag) => {
  startInline(open, tag);
  open.formatting.push(undefined);
};

const startTemplate: StartRule = (open, tag) => {
  open.insert(tag);
  open.formatting.push(undefined);
};

const startOption: StartRule = (open, tag) => {
  if (open.find('select', SCOPE)) open.closeImplied(tag.name === 'option' ? 'optgroup' : undefined);
  else if (open.current.name === 'option') open.stack.pop();
  startInline(open, tag);
};

const startSelect: StartRule = (open, tag) => {
  if (!open.close(tag.name, SCOPE)) startInline(open, tag);
};

const startInput: StartRule = (open, tag) => {
  open.close('select', SCOPE);
  startVoid(open, tag);
};

const startRule: StartRule = (open, tag) => {
  closeParagraph(open);
  if (open.find('select', SCOPE)) open.closeImplied();
  open.insert(tag, true);
};

const startRuby: StartRule = (open, tag) => {
  if (open.find('ruby', SCOPE)) open.closeImplied(/[pt]$/.test(tag.name) ? 'rtc' : undefined);
  open.insert(tag);
};

const startForeign: StartRule = (open, { name, tag, start, selfClosing }) => {
  reopenFormatting(open);
  open.insert({ name: `${name}/${name}`, tag, start, selfClosing }, selfClosing);
};

const rename = (tag: StartTag, name: string): StartTag => ({
  ...tag,
  name,
  tag: `<${name}${tag.tag.slice(1 + tag.name.length)}`,
});

const startImage: StartRule = (open, tag) => {
  startVoid(open, rename(tag, 'img'));
};

/** The text of `plaintext` never ends, so that it cannot be written where something follows. */
const startPlainText: StartRule = (open, tag) => {
  startBlock(open, open.exact ? tag : rename(tag, 'pre'));
};

const STARTS = byName<StartRule>([
  [`${BLOCK_NAMES} dialog p pre listing table`, startBlock],
  ['plaintext', startPlainText],
  [HEADING_NAMES, startHeading],
  ['li dd dt', startItem],
  ['form', startForm],
  ['button', startButton],
  ['a', startLink],
  ['nobr', startNobr],
  [FORMATTING_NAMES, insertFormatting],
  ['applet marquee object', startEnclosed],
  ['area br embed img keygen wbr', startVoid],
  ['image', startImage],
  ['base basefont bgsound link meta param source track', insertVoid],
  ['input', startInput],
  ['hr', startRule],
  ['select', startSelect],
  ['option optgroup', startOption],
  ['rb rtc rp rt', startRuby],
  ['math svg', startForeign],
  ['template', startTemplate],
  ['script style title noframes textarea iframe noembed', insert],
  [`html head body frame frameset ${PART_NAMES}`, ignore],
]);

/** A start tag by the rules for "in body". */
export function startInBody(open: OpenElements, tag: StartTag): void {
  if (tag.name === 'xmp') closeParagraph(open);
  (STARTS.get(tag.name) ?? startInline)(open, tag);
}
