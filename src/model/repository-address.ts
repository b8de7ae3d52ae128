const SHORT = /^[\w.-]+\/[\w.-]+$/;

/** The address of a repository by what names it: `owner/name` is on GitHub, all else is an address already. */
export const repositoryAddress = (repository: string): string =>
  SHORT.test(repository) ? `https://github.com/${repository}` : repository;
