import type { DataBlock } from '../../model/blocks.js';
import { readForges } from '../../model/forge-list.js';
import type { PageOptions } from '../../model/options.js';
import { repositoryAddress } from '../../model/repository-address.js';
import { findFacts, mergeFacts, type RepositoryFacts } from '../../model/repository-facts.js';
import { compileRepoCard } from '../repo-card.js';
import { datum, listOf, type BlockWriter } from './pieces.js';

type Repository = DataBlock<'repos'>['repos'][number];

/** What is known of repositories beside what a block says, and of forges. */
export type ReposOptions = Pick<PageOptions, 'repos' | 'forges'>;

/** A card shows facts in words; the data behind it are those it can be read back from. */
export const compileRepos = (
  { repos }: DataBlock<'repos'>,
  { words }: BlockWriter,
  options: ReposOptions,
): string =>
  listOf('repos', repos, (repository) => {
    const { title } = repository;
    const forges = readForges(options.forges);
    const card = compileRepoCard(withSnapshot(factsOf(repository), options), {
      labels: words,
      ...(forges && { forges }),
      ...(title === undefined ? {} : { text: title }),
    });
    return card + datum('repository', JSON.stringify(written(repository)), '');
  });

/** What the page's snapshot knows in addition; what is newer counts. */
const withSnapshot = (facts: RepositoryFacts, { repos }: ReposOptions): RepositoryFacts =>
  repos ? mergeFacts(facts, findFacts(repos, facts.url)) : facts;

const factsOf = ({ url, movedTo, continuedIn, source, title: _, ...facts }: Repository): RepositoryFacts => ({
  ...facts,
  url: repositoryAddress(url),
  ...(movedTo && { movedTo: movedTo.href }),
  ...(continuedIn && { continuedIn: continuedIn.href }),
  ...(source && { source: source.href }),
});

const written = ({ movedTo, continuedIn, source, ...facts }: Repository): object => ({
  ...facts,
  ...(movedTo && { movedTo: movedTo.href }),
  ...(continuedIn && { continuedIn: continuedIn.href }),
  ...(source && { source: source.href }),
});
