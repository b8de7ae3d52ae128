import { toHtml } from '../../html/to-html.js';
import type { Problem } from '../../model/problem.js';
import { repositoryAddress } from '../../model/repository-address.js';
import { repositoryKey } from '../../model/repository-facts.js';
import { parseRepository, type ForgeHosts, type RepositoryLink } from '../../model/repository.js';
import { fromJsonAsync } from '../../source/data.js';
import { rewriteHtml } from '../../source/html/rewrite.js';
import { fromMarkdown } from '../../source/markdown.js';
import { readSource } from './read-source.js';
import { isData } from './render-file.js';

/** Repositories by their key. */
export type Repositories = Map<string, RepositoryLink>;

/** Adds the repositories that a page links to, in text, in its own HTML or in data. Gives what is wrong with the file. */
export async function collectRepositories(
  file: string,
  forges: ForgeHosts,
  found: Repositories,
): Promise<readonly Problem[]> {
  const { text, problems } = await readSource(file);
  if (text === undefined) return problems;
  const { page } = isData(file)
    ? await fromJsonAsync(text, { forges })
    : await fromMarkdown(text, { forges });
  rewriteHtml(toHtml(page), (name, attributes) => {
    const repo = name === 'repo-link' ? attributes.get('repo') : undefined;
    const address = repo === undefined ? attributes.get('href') : repositoryAddress(repo);
    const link = address === undefined ? undefined : parseRepository(address, forges);
    if (link) found.set(repositoryKey(link.url), found.get(repositoryKey(link.url)) ?? link);
    return undefined;
  });
  return problems;
}
