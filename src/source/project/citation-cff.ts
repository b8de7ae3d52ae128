import { decodePart } from '../../model/percent.js';
import type { Problem } from '../../model/problem.js';
import { repositoryUrl } from './package-json.js';
import { present, type CitingData, type Entry, type LicenceData, type ProjectReading } from './facts.js';
import { parseYaml } from './yaml.js';

type AuthorData = CitingData['authors'][number];

/** Reads `CITATION.cff` of the Citation File Format, version 1. */
export async function readCitationCff(text: string): Promise<ProjectReading> {
  const problems: Problem[] = [];
  const file = await parseYaml(text, problems);
  if (!file) return { facts: {}, problems };
  const title = file.text('title');
  const authors = file.each('authors', { entry: authorOf });
  const repository = file.text('repository-code');
  const citing =
    title === undefined || authors.length === 0
      ? undefined
      : present<CitingData>({
          title,
          authors,
          date: dayOf(file.text('date-released')),
          version: file.text('version'),
          doi: doiOf(file),
          url: file.text('url', 'repository-code'),
          text: file.text('message'),
        });
  return {
    facts: present({
      title,
      description: file.text('abstract')?.replace(/\s+/g, ' '),
      home: file.text('url'),
      repository: repository === undefined ? undefined : (repositoryUrl(repository) ?? repository),
      licences: licencesOf(file),
      citing,
    }),
    problems,
  };
}

/** A person by their names, or a body by its one. */
function authorOf(author: Entry): AuthorData | undefined {
  const family = [author.text('name-particle'), author.text('family-names'), author.text('name-suffix')];
  const parts = [author.text('given-names'), ...family].filter((part) => part !== undefined);
  const name = author.text('name') ?? (parts.length > 0 ? parts.join(' ') : author.text('alias'));
  if (name === undefined) return undefined;
  return present<AuthorData>({
    name,
    orcid: orcidOf(author.text('orcid')),
    affiliation: author.text('affiliation'),
  });
}

/** An ORCID iD without its address. */
export const orcidOf = (written: string | undefined): string | undefined =>
  /\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.exec(written ?? '')?.[0];

/** The day of a date, with or without a time. */
export const dayOf = (written: string | undefined): string | undefined =>
  /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(written ?? '')?.[0];

/** A DOI without its address, in which its special characters are percent-encoded. */
export const plainDoi = (written = ''): string | undefined =>
  /10\.\d{4,9}\/\S+$/.exec(/^https?:/i.test(written) ? decodePart(written) : written)?.[0];

const doiOf = (file: Entry): string | undefined =>
  plainDoi(file.text('doi')) ??
  file.each('identifiers', {
    entry: (each) => (each.text('type') === 'doi' ? plainDoi(each.text('value')) : undefined),
  })[0];

const licencesOf = (file: Entry): LicenceData[] =>
  file.each('license', {
    text: (name): LicenceData => present({ name, spdx: name, url: file.text('license-url') }),
  });
