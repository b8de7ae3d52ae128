import { LINE_CLASS } from '../../model/names.js';

const LINE_ELEMENTS = 'span, mark, ins, del';

/**
 * Gives each line of an authored code an element with its number, as compiled code has it. Elements that stand for a
 * whole line become that line; the text stays the same.
 */
export function numberLines(code: Element, first: number): void {
  if (code.querySelector('[data-line]')) return;
  const { ownerDocument } = code;
  let number = first;
  let line: Node[] = [];
  const end = (): void => {
    const [only] = line;
    if (!only) return;
    let element =
      only instanceof Element && line.length === 1 && only.matches(LINE_ELEMENTS) ? only : undefined;
    if (!element) {
      element = ownerDocument.createElement('span');
      only.parentNode?.insertBefore(element, only);
      element.append(...line);
    }
    element.classList.add(LINE_CLASS);
    element.setAttribute('data-line', String(number++));
    line = [];
  };
  for (const node of splitLines(code)) {
    line.push(node);
    if (node.textContent?.endsWith('\n')) end();
  }
  end();
}

/** The child nodes of a code, none of its texts longer than a line. */
function splitLines(code: Element): ChildNode[] {
  for (const node of [...code.childNodes]) {
    let text = node instanceof Text ? node : undefined;
    while (text) {
      const end = text.data.indexOf('\n') + 1;
      text = end > 0 && end < text.length ? text.splitText(end) : undefined;
    }
  }
  return [...code.childNodes];
}
