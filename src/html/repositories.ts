/** What the library knows of repositories, as pure functions: reading URLs, naming places, reading facts, writing cards. */
export { describeRepository } from '../model/describe-repository.js';
export {
  findFacts,
  mergeFacts,
  type FactName,
  type FactSource,
  type RepositoryFacts,
  type RepositorySnapshot,
} from '../model/repository-facts.js';
export { readSnapshot, type ReadSnapshot } from '../model/repository-snapshot.js';
export {
  formatRepository,
  parseRepository,
  type Forge,
  type ForgeHosts,
  type RepositoryLink,
  type RepositoryLinkKind,
} from '../model/repository.js';
export { compileRepoCard, type RepoCardOptions } from './repo-card.js';
