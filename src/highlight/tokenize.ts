import { refractor } from 'refractor/core';
import { paintOf, type Paint, type Token } from '../model/code-paint.js';
import { grammarOf, loadGrammar } from './languages.js';

/** A longer code is not painted: it would hold up the page. */
const MOST_CHARACTERS = 100_000;

/** The elements of HTML whose text is in another language, with that language. */
const EMBEDDED = { style: 'css', script: 'javascript' } as const;
const HAS_EMBEDDED = /<style|<script/i;

type Nodes = ReturnType<typeof refractor.highlight>['children'];

/** The tokens of a code; none where its language is unknown. Loads the grammars it needs. */
export async function tokenize(text: string, language: string): Promise<readonly Token[]> {
  const grammar = grammarOf(language);
  if (grammar === undefined || text.length > MOST_CHARACTERS) return [];
  await load(grammar);
  if (grammar === 'markup' && HAS_EMBEDDED.test(text)) await embed();
  const tokens: Token[] = [];
  collect(refractor.highlight(text, grammar).children, undefined, 0, tokens);
  return tokens;
}

async function load(grammar: string): Promise<void> {
  if (refractor.registered(grammar)) return;
  const syntax = await loadGrammar(grammar);
  if (syntax) refractor.register(syntax);
}

/** A grammar adds itself to HTML where that is there already; the order in which readers need them is any. */
async function embed(): Promise<void> {
  await Promise.all(Object.values(EMBEDDED).map(load));
  const markup = refractor.languages['markup'] as Markup | undefined;
  for (const [tag, language] of Object.entries(EMBEDDED))
    if (markup && !(tag in markup)) markup.tag.addInlined(tag, language);
}

interface Markup {
  readonly tag: { addInlined(tag: string, language: string): void };
}

/** Adds the tokens of a tree, the innermost to count; gives where its text ends. */
function collect(nodes: Nodes, outer: Paint | undefined, start: number, tokens: Token[]): number {
  let at = start;
  for (const node of nodes) {
    if (node.type === 'text') {
      const from = at;
      at += node.value.length;
      if (outer) addToken({ paint: outer, from, to: at }, tokens);
    } else if (node.type === 'element') {
      const { className } = node.properties;
      const paint = Array.isArray(className) ? paintOf(className.slice(1).map(String), outer) : outer;
      at = collect(node.children, paint, at, tokens);
    }
  }
  return at;
}

/** Neighbours of one paint are one token: each costs the browser a range. */
function addToken(token: Token, tokens: Token[]): void {
  const last = tokens.at(-1);
  if (last?.paint === token.paint && last.to === token.from)
    tokens[tokens.length - 1] = { ...last, to: token.to };
  else tokens.push(token);
}
