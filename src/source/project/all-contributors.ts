import { PROJECT_WORDS } from '../../model/project-words.js';
import type { Problem } from '../../model/problem.js';
import { withoutTrailingSlashes } from '../../model/trailing-slashes.js';
import { parseJson, present, webUrl, type PersonData, type ProjectReading } from './facts.js';

const HOSTS: Readonly<Record<string, string>> = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
};

/** Reads `.all-contributorsrc`: everybody who helped, and how. */
export function readAllContributors(text: string): ProjectReading {
  const problems: Problem[] = [];
  const file = parseJson(text, problems);
  if (!file) return { facts: {}, problems };
  const words: Readonly<Record<string, string>> = PROJECT_WORDS.contributions;
  const people = file.each('contributors', {
    entry: (contributor): PersonData | undefined => {
      const login = contributor.text('login');
      const name = contributor.text('name') ?? login;
      if (name === undefined) return undefined;
      const kinds = contributor.each('contributions', {
        text: (kind) => (Object.hasOwn(words, kind) ? words[kind] : kind),
        entry: (kind) => kind.text('type'),
      });
      return present<PersonData>({
        name,
        url: webUrl(contributor.text('profile')),
        role: kinds.length > 0 ? kinds.join(', ') : undefined,
        avatar: contributor.text('avatar_url'),
      });
    },
  });
  const owner = file.text('projectOwner');
  const project = file.text('projectName');
  const host = file.text('repoHost') ?? HOSTS[file.text('repoType') ?? 'github'];
  return {
    facts: present({
      repository:
        owner !== undefined && project !== undefined && host !== undefined
          ? `${withoutTrailingSlashes(host)}/${owner}/${project}`
          : undefined,
      people,
    }),
    problems,
  };
}
