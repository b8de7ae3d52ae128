import {
  adopt,
  clearFormatting,
  dropFormatting,
  findFormatting,
  insertFormatting,
  reopenFormatting,
} from './formatting.js';
import type { OpenElements, StartTag } from './open-elements.js';
import {
  BLOCK_NAMES,
  BUTTON_SCOPE,
  HEADING_NAMES,
  HEADINGS,
  LIST_SCOPE,
  PART_NAMES,
  SCOPE,
  SPECIAL,
  words,
} from './open-elements.js';

type StartRule = (open: OpenElements, tag: StartTag) => void;
type EndRule = (open: OpenElements, name: string) => void;

/** Rules by element name, for each of the names in a list. */
function rules<Rule>(lists: readonly (readonly [string, Rule])[]): ReadonlyMap<string, Rule> {
  return new Map(
    lists.flatMap(([names, rule]) => [...words(names)].map((name): [string, Rule] => [name, rule])),
  );
}

function closeParagraph(open: OpenElements): void {
  open.close('p', BUTTON_SCOPE);
}

const ignore = (): void => undefined;
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
  if (HEADINGS.has(open.current.name)) open.stack.pop();
  open.insert(tag);
};

const DEFINITION = words('dd dt');
const PASSED_BY_ITEMS = words('address div p');

const startItem: StartRule = (open, tag) => {
  const alike = tag.name === 'li' ? words('li') : DEFINITION;
  for (let depth = open.stack.length; --depth > 0;) {
    const { name } = open.stack[depth] ?? open.root;
    if (alike.has(name)) open.stack.length = depth;
    else if (!SPECIAL.has(name) || PASSED_BY_ITEMS.has(name)) continue;
    break;
  }
  startBlock(open, tag);
};

const startForm: StartRule = (open, tag) => {
  const inTemplate = open.find('template') > 0;
  if (open.form && !inTemplate) return;
  closeParagraph(open);
  const form = open.insert(tag);
  if (!inTemplate) open.form = form;
};

/** An element of which the standard allows none in another of its name. */
const startAlone =
  (before: StartRule): StartRule =>
  (open, tag) => {
    before(open, tag);
    insertFormatting(open, tag);
  };

const startLink = startAlone((open, { name }) => {
  const link = findFormatting(open, name);
  if (!link) return;
  endFormatting(open, name);
  dropFormatting(open, link);
});

const startNobr = startAlone((open, { name }) => {
  reopenFormatting(open);
  if (open.find(name, SCOPE)) endFormatting(open, name);
});

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

const startImage: StartRule = (open, tag) => {
  startVoid(open, { ...tag, name: 'img', tag: tag.tag.replace(/^<image/i, '<img') });
};

const FORMATTING = 'b big code em font i s small strike strong tt u';

const STARTS = rules<StartRule>([
  [`${BLOCK_NAMES} dialog p pre listing plaintext table`, startBlock],
  [HEADING_NAMES, startHeading],
  ['li dd dt', startItem],
  ['form', startForm],
  ['button', startButton],
  ['a', startLink],
  ['nobr', startNobr],
  [FORMATTING, insertFormatting],
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

/** What the standard calls the rules for "in body", start tags. */
export function startInBody(open: OpenElements, tag: StartTag): void {
  if (tag.name === 'xmp') closeParagraph(open);
  (STARTS.get(tag.name) ?? startInline)(open, tag);
}

const endBlock: EndRule = (open, name) => void open.close(name, SCOPE);

const endOther: EndRule = (open, name) => {
  for (let depth = open.stack.length; --depth > 0;) {
    const element = open.stack[depth] ?? open.root;
    if (element.name === name) open.stack.length = depth;
    else if (!SPECIAL.has(element.name)) continue;
    break;
  }
};

const endFormatting: EndRule = (open, name) => {
  adopt(open, name, () => {
    endOther(open, name);
  });
};

const endParagraph: EndRule = (open, name) => {
  if (!open.find(name, BUTTON_SCOPE)) open.insert(open.implied(name));
  closeParagraph(open);
};

const endForm: EndRule = (open, name) => {
  if (open.find('template')) {
    endBlock(open, name);
    return;
  }
  const { form } = open;
  open.form = undefined;
  if (!form || open.stack.lastIndexOf(form) !== open.find(name, SCOPE)) return;
  open.closeImplied();
  open.remove(form);
};

const endEnclosed: EndRule = (open, name) => {
  if (open.close(name, SCOPE)) clearFormatting(open);
};

/** The end tag of a template, in every mode. */
export const endTemplate: EndRule = (open, name) => {
  if (open.close(name)) clearFormatting(open);
};

const ENDS = rules<EndRule>([
  [`${BLOCK_NAMES} dialog button listing pre select`, endBlock],
  ['dd dt', endBlock],
  ['li', (open, name) => void open.close(name, LIST_SCOPE)],
  [HEADING_NAMES, (open) => void open.close(HEADINGS, SCOPE)],
  ['p', endParagraph],
  ['form', endForm],
  [`a nobr ${FORMATTING}`, endFormatting],
  ['applet marquee object', endEnclosed],
  ['template', endTemplate],
  ['br', (open, name) => void startVoid(open, open.implied(name))],
  ['html body', ignore],
]);

/** What the standard calls the rules for "in body", end tags. */
export function endInBody(open: OpenElements, name: string): void {
  (ENDS.get(name) ?? endOther)(open, name);
}
