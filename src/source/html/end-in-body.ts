import {
  BLOCK_NAMES,
  BUTTON_SCOPE,
  byName,
  FORMATTING_NAMES,
  HEADING,
  HEADING_NAMES,
  LIST_SCOPE,
  SCOPE,
  SPECIAL,
} from './element-names.js';
import { adopt, clearFormatting, reopenFormatting } from './formatting.js';
import type { OpenElements } from './open-elements.js';

type EndRule = (open: OpenElements, name: string) => void;

export function closeParagraph(open: OpenElements): void {
  open.close('p', BUTTON_SCOPE);
}

const ignore: EndRule = () => undefined;
const endBlock: EndRule = (open, name) => void open.close(name, SCOPE);

const endOther: EndRule = (open, name) => {
  for (let depth = open.stack.length; --depth > 0;) {
    const element = open.stack[depth] ?? open.root;
    if (element.name === name) open.closeTo(depth);
    else if (!(element.groups & SPECIAL)) continue;
    break;
  }
};

const endFormatting: EndRule = (open, name) => {
  if (!adopt(open, name)) endOther(open, name);
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

const endBreak: EndRule = (open, name) => {
  reopenFormatting(open);
  open.insert(open.implied(name), true);
};

const endEnclosed: EndRule = (open, name) => {
  if (open.close(name, SCOPE)) clearFormatting(open);
};

const endTemplate: EndRule = (open, name) => {
  if (open.close(name)) clearFormatting(open);
};

const ENDS = byName<EndRule>([
  [`${BLOCK_NAMES} dialog button listing pre select`, endBlock],
  ['dd dt', endBlock],
  ['li', (open, name) => void open.close(name, LIST_SCOPE)],
  [HEADING_NAMES, (open) => void open.close(HEADING, SCOPE)],
  ['p', endParagraph],
  ['form', endForm],
  [`a nobr ${FORMATTING_NAMES}`, endFormatting],
  ['applet marquee object', endEnclosed],
  ['template', endTemplate],
  ['br', endBreak],
  ['html body', ignore],
]);

/** An end tag by the rules for "in body". */
export function endInBody(open: OpenElements, name: string): void {
  (ENDS.get(name) ?? endOther)(open, name);
}
