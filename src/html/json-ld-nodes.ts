import type { DataBlock } from '../model/blocks.js';
import { repositoryAddress } from '../model/repository-address.js';
import type { Address, RichText } from '../model/schema.js';

/** A thing in the words of schema.org. */
export interface JsonLdNode {
  readonly '@type'?: string;
  readonly [property: string]: unknown;
}

/** Without what has no value. */
export const only = (node: JsonLdNode): JsonLdNode =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));

const CHARACTERS: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** The text of compiled Markdown. */
const plain = (text: RichText | undefined): string | undefined =>
  text?.html
    .replace(/<[/!a-z][^>]*(?:>|$)/gi, ' ')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (reference) => CHARACTERS[reference] ?? reference)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
    .trim();

export const answerOf = ({ question, answer }: DataBlock<'faq'>['questions'][number]): JsonLdNode => ({
  '@type': 'Question',
  name: question,
  acceptedAnswer: { '@type': 'Answer', text: plain(answer) },
});

export const referenceOf = (link: {
  readonly title: string;
  readonly url: Address;
  readonly source?: string;
  readonly date?: string;
  readonly lang?: string;
  readonly description?: RichText;
}): JsonLdNode =>
  only({
    '@type': 'CreativeWork',
    name: link.title,
    url: link.url.href,
    description: plain(link.description),
    publisher: link.source === undefined ? undefined : { '@type': 'Organization', name: link.source },
    datePublished: link.date,
    inLanguage: link.lang,
  });

export const statisticOf = ({
  label,
  value,
  unit,
  date,
  source,
}: DataBlock<'stats'>['stats'][number]): JsonLdNode =>
  only({
    '@type': 'Observation',
    name: label,
    value,
    unitText: unit,
    observationDate: date,
    url: source.url.href,
  });

export const repositoryOf = (repository: DataBlock<'repos'>['repos'][number]): JsonLdNode => {
  const { url, title, description, language } = repository;
  const address = repositoryAddress(url);
  return only({
    '@type': 'SoftwareSourceCode',
    name: title ?? address.split('/').at(-1),
    codeRepository: address,
    description,
    programmingLanguage: language,
  });
};

export const personOf = (person: DataBlock<'people'>['people'][number]): JsonLdNode => {
  const links = person.links?.map(({ url }) => url.href);
  return only({
    '@type': 'Person',
    name: person.name,
    url: person.url?.href,
    jobTitle: person.role,
    affiliation:
      person.affiliation === undefined ? undefined : { '@type': 'Organization', name: person.affiliation },
    description: plain(person.about),
    image: person.avatar?.href,
    sameAs: links?.length === 1 ? links[0] : links,
  });
};

export const authorOf = ({ name, orcid, affiliation }: DataBlock<'citing'>['authors'][number]): JsonLdNode =>
  only({
    '@type': 'Person',
    name,
    identifier: orcid === undefined ? undefined : `https://orcid.org/${orcid}`,
    affiliation: affiliation === undefined ? undefined : { '@type': 'Organization', name: affiliation },
  });

/** An organisation, as which sponsors and bodies count. */
export const agentOf = (agent: {
  readonly name: string;
  readonly url?: Address;
  readonly description?: RichText;
  readonly logo?: Address;
}): JsonLdNode =>
  only({
    '@type': 'Organization',
    name: agent.name,
    url: agent.url?.href,
    description: plain(agent.description),
    logo: agent.logo?.href,
  });

export function channelOf(name: string, href: string): JsonLdNode {
  const [, mail] = /^mailto:([^?]+)/i.exec(href) ?? [];
  return only({
    '@type': 'ContactPoint',
    contactType: name,
    ...(mail === undefined ? { url: href } : { email: mail }),
  });
}

export const eventOf = ({
  date,
  to,
  title,
  url,
  text,
}: DataBlock<'timeline'>['events'][number]): JsonLdNode =>
  only({
    '@type': 'Event',
    name: title,
    startDate: date,
    endDate: to,
    url: url?.href,
    description: plain(text),
  });

export const releaseOf = (
  { version, date, name, url, notes }: DataBlock<'releases'>['releases'][number],
  project: string | undefined,
): JsonLdNode =>
  only({
    '@type': 'SoftwareApplication',
    name: name ?? project,
    softwareVersion: version,
    datePublished: date,
    url: url?.href,
    releaseNotes: plain(notes),
  });
