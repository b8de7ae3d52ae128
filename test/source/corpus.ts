import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedPages } from '../fixtures/generate.js';

/** A page of the corpus; `name` is a fixture's name or a path below `node_modules`. */
export interface CorpusPage {
  readonly name: string;
  readonly text: string;
}

const PAGES = fileURLToPath(new URL('../fixtures/pages', import.meta.url));
const PACKAGES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Our own pages, one or more of each kind that real projects have. */
export const fixturePages: readonly CorpusPage[] = [
  ...readdirSync(PAGES)
    .filter((file) => file.endsWith('.md'))
    .map((file) => ({ name: file.slice(0, -'.md'.length), text: readFileSync(join(PAGES, file), 'utf8') })),
  ...generatedPages,
].sort((one, other) => (one.name < other.name ? -1 : 1));

/** The fixture of that name. */
export function fixturePage(name: string): CorpusPage {
  const page = fixturePages.find((candidate) => candidate.name === name);
  if (!page) throw new Error(`No fixture ${name}`);
  return page;
}

function* markdownFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* markdownFiles(path);
    else if (entry.isFile() && /\.(md|markdown)$/i.test(entry.name)) yield path;
  }
}

/** The installed packages' Markdown files, each text once: pages by several hundred authors that every checkout has. */
export function packagePages(): CorpusPage[] {
  const pages = new Map<string, CorpusPage>();
  for (const path of markdownFiles(PACKAGES)) {
    const text = readFileSync(path, 'utf8');
    if (!pages.has(text)) pages.set(text, { name: relative(PACKAGES, path).replaceAll('\\', '/'), text });
  }
  return [...pages.values()];
}
