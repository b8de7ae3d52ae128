import { escapeHtml } from '../../model/escape.js';
import { RAW_TEXT, words } from './element-names.js';
import { endInForeign, isInForeign, startInForeign } from './in-foreign.js';
import { endInMode, flushTableText, startInMode, textInMode } from './in-table.js';
import { OpenElements } from './open-elements.js';
import { Scanner } from './scan.js';
import type { StartTag, TreeNode } from './tree.js';
import { createElement, isForeign } from './tree.js';

const DROP_LINE_FEED = words('pre listing textarea');

function start(open: OpenElements, scanner: Scanner): void {
  const { name, selfClosing } = scanner;
  const tag: StartTag = { name, tag: scanner.text, start: open.position, selfClosing };
  if (isInForeign(open, name) && startInForeign(open, tag)) return;
  startInMode(open, tag);
  const { current } = open;
  if (name === 'plaintext' ? current.start === tag.start : current.groups & RAW_TEXT) scanner.rawText = name;
}

function end(open: OpenElements, name: string): void {
  if (open.current.groups & RAW_TEXT) open.stack.pop();
  else if (!isForeign(open.current) || !endInForeign(open, name)) endInMode(open, name);
}

function text(open: OpenElements, scanner: Scanner): void {
  const { current } = open;
  let html = scanner.text;
  if (scanner.rawText === 'plaintext') {
    open.append(escapeHtml(html));
    return;
  }
  if (open.justOpened && html.startsWith('\n') && DROP_LINE_FEED.has(current.name)) {
    // No text for HTML, but it stays with the tag: the next parser drops it again.
    current.tag += '\n';
    html = html.slice(1);
  }
  if (current.groups & RAW_TEXT) {
    open.append(html);
    return;
  }
  // What is written stays text wherever it ends up: next to other text a lone `<` could become a tag.
  if (html.includes('<')) html = html.replace(/</g, '&lt;');
  if (!html) return;
  if (isInForeign(open, '')) open.append(html);
  else textInMode(open, html);
}

/** Puts what the scanner reads into the tree, as far as it is complete; with `final` all of it. */
export function buildTree(open: OpenElements, scanner: Scanner, final: boolean): void {
  for (;;) {
    scanner.foreign = isForeign(open.current);
    const kind = scanner.next(final);
    if (!kind) break;
    if (kind !== 'text') flushTableText(open);
    open.position = scanner.offset + scanner.start;
    if (kind === 'text') text(open, scanner);
    else if (kind === 'start') start(open, scanner);
    else if (kind === 'end') end(open, scanner.name);
    else if (kind === 'cdata') open.append(escapeHtml(scanner.text.replace(/^<!\[CDATA\[|\]\]>$/g, '')));
    else {
      const tag = scanner.text + scanner.missing;
      open.append(createElement({ name: '!', tag, start: open.position }, 'body', true));
    }
    open.justOpened = kind === 'start' && open.current.start === open.position;
  }
  if (!final) return;
  flushTableText(open);
  // A script without an end never runs, and a comment in it could hide the end tag that we write.
  if (open.current.name === 'script') open.current.children = [];
}

/** The nodes that a browser makes of a text inside a `div`. With `exact` they need not be such as can be written. */
export function parseTree(html: string, exact = false): TreeNode[] {
  const open = new OpenElements(exact);
  const scanner = new Scanner(normalize(html));
  buildTree(open, scanner, true);
  return open.root.children;
}

/** What the scanner expects: LF line ends, and no NUL, which HTML drops. */
const normalize = (html: string): string =>
  html.includes('\r') || html.includes('\0') ? html.replace(/\r\n?/g, '\n').replaceAll('\0', '') : html;
