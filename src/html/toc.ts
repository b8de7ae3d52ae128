import { escapeHtml } from '../model/escape.js';
import { encodeFragment } from '../model/fragment.js';
import type { Labels } from '../model/labels.js';
import { ENGLISH } from '../model/labels/en.js';
import type { OutlineNode } from '../model/outline.js';

const compileList = (nodes: readonly OutlineNode[]): string =>
  `<ol>${nodes
    .map((node) => {
      const link = `<a href="#${escapeHtml(encodeFragment(node.id))}">${escapeHtml(node.text)}</a>`;
      return `<li>${link}${node.children.length > 0 ? compileList(node.children) : ''}</li>`;
    })
    .join('')}</ol>`;

/** A table of contents: a labelled `nav` with nested ordered lists of links. */
export const compileToc = (nodes: readonly OutlineNode[], labels: Labels = ENGLISH): string =>
  `<nav aria-label="${escapeHtml(labels.toc)}">${compileList(nodes)}</nav>`;
