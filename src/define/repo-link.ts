import { RepoLink } from '../elements/repo-link.js';
import { define } from './define.js';

define('repo-link', RepoLink);

declare global {
  interface HTMLElementTagNameMap {
    'repo-link': RepoLink;
  }
}

export { RepoLink };
