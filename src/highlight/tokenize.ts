import { createLowlight } from 'lowlight';
import { paintOf, type Paint, type Token } from '../model/code-paint.js';
import { grammarOf, loadGrammars } from './languages.js';

/** A longer code is not painted: it would hold up the page. */
const MOST_CHARACTERS = 100_000;

const lowlight = createLowlight();

type Nodes = ReturnType<typeof lowlight.highlight>['children'];

/** The tokens of a code; none where its language is unknown. Loads the grammars it needs. */
export async function tokenize(text: string, language: string): Promise<readonly Token[]> {
  const grammar = grammarOf(language);
  if (grammar === undefined || text.length > MOST_CHARACTERS) return [];
  lowlight.register(await loadGrammars(grammar, text, (name) => lowlight.registered(name)));
  const tokens: Token[] = [];
  collect(lowlight.highlight(grammar, text, { prefix: '' }).children, undefined, 0, tokens);
  return tokens;
}

/** Adds the tokens of a tree, innermost scopes first to count; gives where its text ends. */
function collect(nodes: Nodes, outer: Paint | undefined, start: number, tokens: Token[]): number {
  let at = start;
  for (const node of nodes) {
    if (node.type === 'text') {
      const from = at;
      at += node.value.length;
      if (outer) tokens.push({ paint: outer, from, to: at });
    } else if (node.type === 'element')
      at = collect(
        node.children,
        paintOf(scopes(node.properties)) ?? outerOf(node.properties, outer),
        at,
        tokens,
      );
  }
  return at;
}

const scopes = ({ className }: { readonly className?: unknown }): string[] =>
  Array.isArray(className) ? className.map((name) => String(name).replace(/_+$/, '')) : [];

/** What is substituted into a string is code again. */
const outerOf = (
  properties: { readonly className?: unknown },
  outer: Paint | undefined,
): Paint | undefined => (scopes(properties)[0] === 'subst' ? undefined : outer);
