import { normalizeText } from '../text.js';
import { normalizeLabel } from './brackets.js';
import { CONTAINER_START } from './containers.js';

/** How a long text begins, and what that needs of the rest. */
export interface Beginning {
  readonly text: string;
  /** The definitions of links and notes that stand behind it, for those it may refer to. */
  readonly definitions: string;
}

/**
 * About `size` characters of a text, up to a blank line. `undefined` where they cannot be read without the rest: in a
 * container that ends further down, headings open no sections; page data in front matter stand behind the text.
 */
export function beginningOf(whole: string, size: number): Beginning | undefined {
  const { text: start } = normalizeText(whole.slice(0, size));
  const text = start.slice(0, start.lastIndexOf('\n\n') + 2);
  if (text === '' || CANNOT_BEGIN.test(text)) return undefined;
  return { text, definitions: definitionsBehind(whole, size, labelsIn(text)) };
}

const CANNOT_BEGIN = new RegExp(`^(?:${CONTAINER_START}|[ \\t]*["']?sections\\b)`, 'm');

/** The labels that the brackets of a text may refer to. */
function labelsIn(text: string): Set<string> {
  const labels = new Set<string>();
  for (const [, label = ''] of text.matchAll(/\[((?:\\.|[^[\]\\])+)\]/g)) labels.add(normalizeLabel(label));
  return labels;
}

/** Definitions at the beginning of a line, each with the rest of its paragraph. */
function definitionsBehind(text: string, from: number, labels: Set<string>): string {
  const definition = /\[((?:\\.|[^[\]\\\n])+)\]:[^\n]*(?:\n(?!\[)[^\n]+)*/y;
  let found = '';
  for (let at = text.indexOf('\n[', from); at !== -1 && labels.size > 0; at = text.indexOf('\n[', at + 1)) {
    definition.lastIndex = at + 1;
    const [written, label] = definition.exec(text) ?? [];
    if (written !== undefined && label !== undefined && labels.delete(normalizeLabel(label)))
      found += `${written}\n\n`;
  }
  return normalizeText(found).text;
}
