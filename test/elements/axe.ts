import 'axe-core/axe.min.js';

/** The package is a script, not a module. */
declare const axe: {
  run(
    context: Element,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};

/** Colours of a host, as the style of its root. */
export const SCHEMES = {
  light: 'color-scheme: light; background: #fff; color: #1f2328',
  dark: 'color-scheme: dark; background: #141618; color: #d8dcdf',
};

/** What axe finds wrong with an element by WCAG 2.2 AA and good practice, in words. `rules` change rules of its. */
export async function faults(element: Element, rules: object = {}): Promise<string[]> {
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false }, ...rules },
    resultTypes: ['violations'],
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}
