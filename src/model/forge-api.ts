import { encodePart } from './percent.js';
import type { RepositoryFacts } from './repository-facts.js';
import type { RepositoryLink } from './repository.js';
import { withoutTrailingSlashes } from './trailing-slashes.js';

/** Where forges that are one site have their interface; by default it is below the forge's own address. */
export interface ApiBases {
  /** Of github.com. Default `https://api.github.com`. */
  readonly github?: string;
}

/** What to ask for the facts of a repository; `undefined` where its forge has no interface that answers strangers. */
export function apiUrl(link: RepositoryLink, bases: ApiBases = {}): string | undefined {
  const { forge, host, owner, name, url } = link;
  const origin = /^https?:\/\/[^/]+/.exec(url)?.[0] ?? '';
  const path = `${encodePart(owner)}/${encodePart(name)}`;
  switch (forge) {
    case 'github':
      return host === 'github.com'
        ? `${bases.github ?? 'https://api.github.com'}/repos/${path}`
        : `${origin}/api/v3/repos/${path}`;
    case 'gitlab':
      return `${origin}/api/v4/projects/${encodePart(`${owner}/${name}`)}?license=true`;
    case 'forgejo':
      return `${origin}/api/v1/repos/${path}`;
    case 'bitbucket':
      return host === 'bitbucket.org' ? `https://api.bitbucket.org/2.0/repositories/${path}` : undefined;
    case 'sourcehut':
      return undefined;
  }
}

type Answer = Readonly<Record<string, unknown>>;

/**
 * The facts in a forge's answer. `undefined` where it is none: a page of a proxy, half a text, another interface's.
 * `fetchedAt` is when it came.
 */
export function readAnswer(
  link: RepositoryLink,
  answer: unknown,
  fetchedAt: string,
  source: string,
): RepositoryFacts | undefined {
  if (!isRecord(answer)) return undefined;
  const now = textOf(answer['html_url']) ?? textOf(answer['web_url']) ?? hrefOf(answer['links']);
  if (now === undefined || !/^https?:\/\/[^/\s]+\/[^\s]+$/.test(now)) return undefined;
  const isMoved = withoutScheme(now) !== withoutScheme(link.url);
  const { description } = answer;
  const stars = answer['stargazers_count'] ?? answer['stars_count'] ?? answer['star_count'];
  return {
    url: link.url,
    // A forge that names the field and leaves it empty knows that there is none.
    ...(description === undefined ? {} : { description: textOf(description) ?? '' }),
    ...optional('language', textOf(answer['language'])),
    ...(typeof stars === 'number' && Number.isSafeInteger(stars) && stars >= 0 ? { stars } : {}),
    ...optional('licence', licenceOf(answer)),
    ...(typeof answer['archived'] === 'boolean' ? { archived: answer['archived'] } : {}),
    ...(isMoved ? { movedTo: now } : {}),
    ...optional('defaultBranch', textOf(answer['default_branch']) ?? nameOf(answer['mainbranch'])),
    fetchedAt,
    source,
  };
}

const isRecord = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, 1000)
    : undefined;

const nameOf = (value: unknown): string | undefined => (isRecord(value) ? textOf(value['name']) : undefined);

/** Bitbucket's way of saying where a thing is. */
const hrefOf = (links: unknown): string | undefined =>
  isRecord(links) && isRecord(links['html']) ? textOf(links['html']['href']) : undefined;

/** GitHub's `license`, GitLab's, and Forgejo's list of them. */
function licenceOf(answer: Answer): string | undefined {
  const { license, licenses } = answer;
  if (Array.isArray(licenses)) return textOf(licenses.filter((id) => typeof id === 'string').join(', '));
  if (!isRecord(license)) return undefined;
  const spdx = textOf(license['spdx_id']);
  // What GitHub says of a licence that it does not know.
  if (spdx === 'NOASSERTION') return undefined;
  return spdx ?? textOf(license['nickname']) ?? textOf(license['name']);
}

const withoutScheme = (url: string): string =>
  withoutTrailingSlashes(url.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, ''));

const optional = (name: string, value: string | undefined): Record<string, string> =>
  value === undefined ? {} : { [name]: value };
