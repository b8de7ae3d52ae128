import { PROJECT_WORDS } from '../../model/project-words.js';
import type { Problem } from '../../model/problem.js';
import { dayOf, orcidOf, plainDoi } from './citation-cff.js';
import {
  parseJson,
  present,
  type CitingData,
  type Entry,
  type LicenceData,
  type PersonData,
  type ProjectReading,
  type SponsorData,
} from './facts.js';
import { repositoryUrl } from './package-json.js';

/** Reads `codemeta.json` of CodeMeta 2 and 3. */
export function readCodemetaJson(text: string): ProjectReading {
  const problems: Problem[] = [];
  const file = parseJson(text, problems);
  if (!file) return { facts: {}, problems };
  const title = file.text('name');
  const repository = file.text('codeRepository');
  const issues = file.text('issueTracker');
  return {
    facts: present({
      title,
      description: file.text('description', 'abstract'),
      home: file.text('url'),
      repository: repository === undefined ? undefined : (repositoryUrl(repository) ?? repository),
      people: peopleOf(file),
      channels:
        issues === undefined ? [] : [{ name: PROJECT_WORDS.issues, url: issues, type: 'issues' as const }],
      licences: licencesOf(file),
      sponsors: sponsorsOf(file),
      citing: title === undefined ? undefined : citingOf(file, title),
    }),
    problems,
  };
}

/** A person or organisation by its name. */
function nameOf(agent: Entry): string | undefined {
  const parts = [agent.text('givenName'), agent.text('familyName')].filter((part) => part !== undefined);
  return agent.text('name') ?? (parts.length > 0 ? parts.join(' ') : undefined);
}

const affiliationOf = (agent: Entry): string | undefined =>
  typeof agent.get('affiliation') === 'string'
    ? agent.text('affiliation')
    : agent.each('affiliation', { entry: nameOf })[0];

function peopleOf(file: Entry): PersonData[] {
  const { roles } = PROJECT_WORDS;
  const read = (key: string, role: string): PersonData[] =>
    file.each(key, {
      text: (name): PersonData => ({ name, role }),
      entry: (agent) => {
        const name = nameOf(agent);
        const id = agent.text('id', '@id');
        const url = agent.text('url') ?? (/^https?:/.test(id ?? '') ? id : undefined);
        return name === undefined
          ? undefined
          : present<PersonData>({ name, url, role, affiliation: affiliationOf(agent) });
      },
    });
  return [
    ...read('author', roles.author),
    ...read('maintainer', roles.maintainer),
    ...read('contributor', roles.contributor),
  ];
}

/** `https://spdx.org/licenses/MIT` is MIT. */
function licencesOf(file: Entry): LicenceData[] {
  const read = (url: string): LicenceData => {
    const [, spdx] = /^https?:\/\/spdx\.org\/licenses\/([\w.+-]+?)(?:\.html)?$/.exec(url) ?? [];
    if (spdx !== undefined) return { name: spdx, spdx, url };
    return /^https?:/.test(url) ? { name: url, url } : { name: url };
  };
  return file.each('license', {
    text: read,
    entry: (licence) => {
      const name = licence.text('name');
      const url = licence.text('url', '@id', 'id');
      return name === undefined ? (url && read(url)) || undefined : present<LicenceData>({ name, url });
    },
  });
}

const sponsorsOf = (file: Entry): SponsorData[] =>
  [...funders(file, 'funder'), ...funders(file, 'sponsor')].filter(
    ({ name }, index, all) => all.findIndex((other) => other.name === name) === index,
  );

const funders = (file: Entry, key: string): SponsorData[] =>
  file.each(key, {
    text: (name): SponsorData => ({ name }),
    entry: (agent) => {
      const name = nameOf(agent);
      return name === undefined ? undefined : present<SponsorData>({ name, url: agent.text('url', '@id') });
    },
  });

function citingOf(file: Entry, title: string): CitingData | undefined {
  const authors = file.each('author', {
    text: (name): CitingData['authors'][number] => ({ name }),
    entry: (agent) => {
      const name = nameOf(agent);
      return name === undefined
        ? undefined
        : present<CitingData['authors'][number]>({
            name,
            orcid: orcidOf(agent.text('id', '@id')),
            affiliation: affiliationOf(agent),
          });
    },
  });
  const identifier = file.each('identifier', {
    text: plainDoi,
    entry: (each) => plainDoi(each.text('value', '@id')),
  })[0];
  if (authors.length === 0) return undefined;
  return present<CitingData>({
    title,
    authors,
    date: dayOf(file.text('datePublished', 'dateModified')),
    version: file.text('version', 'softwareVersion'),
    doi: identifier,
    url: file.text('url', 'codeRepository'),
  });
}
