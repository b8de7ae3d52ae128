import type { DataBlock } from '../../model/blocks.js';
import type { RepositoryFacts } from '../../model/repository-facts.js';
import { compileRepoCard } from '../repo-card.js';
import { datum, listOf, type BlockWriter } from './pieces.js';

type Repository = DataBlock<'repos'>['repos'][number];

/** A card shows facts in words; the data behind it are those it can be read back from. */
export const compileRepos = ({ repos }: DataBlock<'repos'>, { words }: BlockWriter): string =>
  listOf('repos', repos, (repository) => {
    const { title } = repository;
    const card = compileRepoCard(factsOf(repository), {
      labels: words,
      ...(title === undefined ? {} : { text: title }),
    });
    return card + datum('repository', JSON.stringify(written(repository)), '');
  });

const factsOf = ({ url, movedTo, continuedIn, source, title: _, ...facts }: Repository): RepositoryFacts => ({
  ...facts,
  url: /^[\w.-]+\/[\w.-]+$/.test(url) ? `https://github.com/${url}` : url,
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
