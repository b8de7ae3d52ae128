import { PROJECT_WORDS } from '../../model/project-words.js';
import type { Problem } from '../../model/problem.js';
import { createUrlResolver } from '../../model/url.js';
import {
  parseJson,
  present,
  webUrl,
  type ChannelData,
  type Entry,
  type LicenceData,
  type PersonData,
  type ProjectReading,
  type ReferenceData,
} from './facts.js';
import { fundingTitle } from './funding-title.js';

/** Reads npm's `package.json`. Mail addresses of people stay out: whoever puts them on a page wants to be asked. */
export function readPackageJson(text: string): ProjectReading {
  const problems: Problem[] = [];
  const file = parseJson(text, problems);
  if (!file) return { facts: {}, problems };
  const repository = repositoryOf(file);
  return {
    facts: present({
      title: file.text('name'),
      description: file.text('description'),
      home: webUrl(file.text('homepage')),
      repository,
      people: peopleOf(file),
      channels: channelsOf(file),
      licences: licencesOf(file, repository),
      ways: waysOf(file),
    }),
    problems,
  };
}

const SHORTHAND_HOSTS: Readonly<Record<string, string>> = {
  github: 'https://github.com/',
  gitlab: 'https://gitlab.com/',
  bitbucket: 'https://bitbucket.org/',
  gist: 'https://gist.github.com/',
};

/** `git+https://github.com/a/b.git`, `git@github.com:a/b.git`, `github:a/b` and `a/b` as the URL people open. */
export function repositoryUrl(written: string): string | undefined {
  const text = written.trim();
  const [, host = 'github', path] =
    /^(?:(github|gitlab|bitbucket):)?([\w.-]+\/[\w.-]+)(?:#.*)?$/.exec(text) ??
    /^(gist):(?:[\w.-]+\/)?([\da-f]+)$/.exec(text) ??
    [];
  if (path !== undefined) return `${SHORTHAND_HOSTS[host] ?? ''}${path.replace(/\.git$/, '')}`;
  const [, scpHost, scpPath] = /^(?:ssh:\/\/)?git@([\w.-]+)[:/](.+)$/.exec(text) ?? [];
  const url =
    scpHost === undefined
      ? text.replace(/^git\+/, '').replace(/^(?:git|ssh):\/\/(?:\w+@)?/, 'https://')
      : `https://${scpHost}/${scpPath ?? ''}`;
  return /^https?:\/\//.test(url) ? url.replace(/#.*/s, '').replace(/(?:\.git|(?<!\/))\/*$/, '') : undefined;
}

function repositoryOf(file: Entry): string | undefined {
  const value = file.get('repository');
  const entry = typeof value === 'string' ? undefined : file.entry('repository');
  const written = entry ? entry.text('url') : file.text('repository');
  const url = written === undefined ? undefined : repositoryUrl(written);
  const directory = entry?.text('directory')?.replace(/^(?:\.?\/+)+|^\.$|(?<!\/)\/+$/g, '');
  return url !== undefined && directory
    ? (inRepository(url, `${directory}/`)?.replace(/\/$/, '') ?? url)
    : url;
}

/** The page of a file or directory that is at `path` from what `repository` names; `undefined` on an unknown forge. */
function inRepository(repository: string, path: string): string | undefined {
  const url = createUrlResolver({ repo: repository })(path, 'link');
  return url === path ? undefined : url;
}

/**
 * `Ada Lovelace <ada@example.org> (https://example.org)`, in any order; what else stands in brackets, such as pronouns,
 * belongs to nobody's address.
 */
function readPerson(written: string): {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
} {
  const [, inBrackets] = /\(([^()]*)\)/.exec(written) ?? [];
  return {
    name: /^[^<(]+/.exec(written)?.[0].trim() || undefined,
    url: webUrl(inBrackets?.trim()),
  };
}

function peopleOf(file: Entry): PersonData[] {
  const read = (key: string, role: string): PersonData[] =>
    file.each(key, {
      text: (written) => {
        const { name, url } = readPerson(written);
        return name === undefined ? undefined : present<PersonData>({ name, url, role });
      },
      entry: (person) => {
        const name = person.text('name');
        return name === undefined
          ? undefined
          : present<PersonData>({ name, url: webUrl(person.text('url', 'web')), role });
      },
    });
  const { roles } = PROJECT_WORDS;
  return [
    ...read('author', roles.author),
    ...read('maintainers', roles.maintainer),
    ...read('contributors', roles.contributor),
  ];
}

function channelsOf(file: Entry): ChannelData[] {
  const value = file.get('bugs');
  const written = typeof value === 'string' ? file.text('bugs') : file.entry('bugs')?.text('url');
  const url =
    written !== undefined && /^[^@\s/:]+@[^@\s/]+$/.test(written) ? `mailto:${written}` : webUrl(written);
  return url === undefined ? [] : [{ name: PROJECT_WORDS.issues, url, type: 'issues' }];
}

/** `license`; and as it was written before npm 2, `licenses` and objects. */
function licencesOf(file: Entry, repository: string | undefined): LicenceData[] {
  const read = (key: string): LicenceData[] =>
    file.each(key, {
      text: (written) => readLicence(written, repository),
      entry: (each) => {
        const licence = readLicence(each.text('type', 'name') ?? '', repository);
        return licence && present<LicenceData>({ ...licence, url: webUrl(each.text('url')) ?? licence.url });
      },
    });
  return file.has('license') ? read('license') : read('licenses');
}

/** An SPDX expression, the name of a file, or that there is none. */
function readLicence(written: string, repository: string | undefined): LicenceData | undefined {
  if (written === '') return undefined;
  if (written.toUpperCase() === 'UNLICENSED') return { name: PROJECT_WORDS.unlicensed };
  const [, path] = /^SEE LICEN[CS]E IN (.+)$/i.exec(written) ?? [];
  if (path === undefined) {
    const name = written.replace(/^\(([^()]*)\)$/, '$1');
    return { name, spdx: name };
  }
  const url = /^https?:/.test(path)
    ? path
    : repository && inRepository(repository, path.replace(/^\.\//, ''));
  return present<LicenceData>({ name: path, url });
}

function waysOf(file: Entry): ReferenceData[] {
  return file.each('funding', {
    text: (url) => ({ title: fundingTitle(url), url }),
    entry: (way) => {
      const url = way.text('url');
      return url === undefined ? undefined : { title: fundingTitle(url), url };
    },
  });
}
