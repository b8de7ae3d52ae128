import { PROJECT_WORDS } from '../../model/project-words.js';
import type { Problem } from '../../model/problem.js';
import {
  parseJson,
  present,
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
      home: file.text('homepage'),
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
};

/** `git+https://github.com/a/b.git`, `git@github.com:a/b.git`, `github:a/b` and `a/b` as the URL people open. */
export function repositoryUrl(written: string): string | undefined {
  const text = written.trim();
  const [, host = 'github', path] = /^(?:(github|gitlab|bitbucket):)?([\w.-]+\/[\w.-]+)$/.exec(text) ?? [];
  if (path !== undefined) return `${SHORTHAND_HOSTS[host] ?? ''}${path.replace(/\.git$/, '')}`;
  const [, scpHost, scpPath] = /^(?:ssh:\/\/)?git@([\w.-]+)[:/](.+)$/.exec(text) ?? [];
  const url =
    scpHost === undefined
      ? text.replace(/^git\+/, '').replace(/^(?:git|ssh):\/\/(?:\w+@)?/, 'https://')
      : `https://${scpHost}/${scpPath ?? ''}`;
  return /^https?:\/\//.test(url) ? url.replace(/\.git(?=$|#|\/$)/, '').replace(/[#/]+$/, '') : undefined;
}

function repositoryOf(file: Entry): string | undefined {
  const value = file.get('repository');
  const written = typeof value === 'string' ? file.text('repository') : file.entry('repository')?.text('url');
  const url = written === undefined ? undefined : repositoryUrl(written);
  const directory = typeof value === 'string' ? undefined : file.entry('repository')?.text('directory');
  return url !== undefined && directory !== undefined && url.startsWith('https://github.com/')
    ? `${url}/tree/HEAD/${directory.replace(/^\.?\/+|\/+$/g, '')}`
    : url;
}

/** `Ada Lovelace <ada@example.org> (https://example.org)` */
const PERSON = /^([^<(]+?)?\s*(?:<[^>]*>)?\s*(?:\(([^)]*)\))?$/;

function peopleOf(file: Entry): PersonData[] {
  const read = (key: string, role: string): PersonData[] =>
    file.each(key, {
      text: (written) => {
        const [, name, url] = PERSON.exec(written) ?? [];
        return name === undefined ? undefined : present<PersonData>({ name, url: url || undefined, role });
      },
      entry: (person) => {
        const name = person.text('name');
        return name === undefined
          ? undefined
          : present<PersonData>({ name, url: person.text('url', 'web'), role });
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
  const bugs = typeof value === 'string' ? file.text('bugs') : file.entry('bugs')?.text('url');
  return bugs === undefined ? [] : [{ name: PROJECT_WORDS.issues, url: bugs, type: 'issues' }];
}

function licencesOf(file: Entry, repository: string | undefined): LicenceData[] {
  const named = file.get('license');
  if (named !== undefined && typeof named !== 'string') {
    // As it was written before npm 2.
    const old = file.entry('license');
    const name = old?.text('type');
    return name === undefined ? [] : [present<LicenceData>({ name, spdx: name, url: old?.text('url') })];
  }
  const licence = file.text('license');
  if (licence === undefined)
    return file.each('licenses', {
      entry: (each) => {
        const name = each.text('type', 'name');
        return name === undefined ? undefined : present<LicenceData>({ name, url: each.text('url') });
      },
    });
  const [, path] = /^SEE LICEN[CS]E IN (.+)$/i.exec(licence) ?? [];
  if (path !== undefined)
    return [
      present<LicenceData>({
        name: path,
        url: /^https?:/.test(path) ? path : repository && `${repository}/blob/HEAD/${path}`,
      }),
    ];
  return licence === 'UNLICENSED' ? [{ name: PROJECT_WORDS.unlicensed }] : [{ name: licence, spdx: licence }];
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
