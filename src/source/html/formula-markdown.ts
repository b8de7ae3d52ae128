import { attributeOf, textOf, type HtmlNode } from './nodes.js';

/** The source of a formula: one that a server has drawn, or code in a line of text. */
export function formulaOf(node: HtmlNode): string | undefined {
  if (attributeOf(node, 'class') === 'doc-formula') {
    const source = find(node, 'annotation');
    return (source && textOf(source).trim()) || undefined;
  }
  return isFormulaInLine(node) ? textOf(node).trim() : undefined;
}

/** Whether a node is a formula that stands in a line of text. */
export function isFormulaInLine(node: HtmlNode): boolean {
  if (attributeOf(node, 'class') === 'doc-formula') return node.localName === 'span';
  const [code, ...others] = node.localName === 'doc-code' ? [...node.childNodes] : [];
  return others.length === 0 && code?.localName === 'code' && isFormulaClass(attributeOf(code, 'class'));
}

const isFormulaClass = (name: string | undefined): boolean =>
  name === 'language-math math-inline' || name === 'language-math math-display';

/** A formula that is a block, as code. */
export const formulaBlock = (tex: string | undefined): string | undefined =>
  tex === undefined || tex.includes('```') ? undefined : `\`\`\`math\n${tex}\n\`\`\``;

/** A formula of a line of text in the signs that hold it; `undefined` where none do. */
export function formulaToMarkdown(node: HtmlNode): string | undefined {
  const tex = formulaOf(node);
  if (tex === undefined) return undefined;
  const math = find(node, 'math');
  const [code] = [...node.childNodes];
  const isDisplayed = math
    ? attributeOf(math, 'display') === 'block'
    : code !== undefined && attributeOf(code, 'class') === 'language-math math-display';
  if (isDisplayed) return tex.includes('$') ? undefined : `$$${tex}$$`;
  return tex.includes('`') ? undefined : `$\`${tex}\`$`;
}

/** In a tree that was read from text, elements of MathML have names of their own. */
function find(node: HtmlNode, name: string): HtmlNode | undefined {
  if (node.localName === name || node.localName === `math/${name}`) return node;
  for (const child of node.childNodes) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}
