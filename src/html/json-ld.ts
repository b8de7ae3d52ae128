import type { DataBlock } from '../model/blocks.js';
import { doiUrl } from '../model/doi.js';
import type { Block, Page, Section } from '../model/page.js';
import {
  agentOf,
  answerOf,
  authorOf,
  channelOf,
  eventOf,
  only,
  personOf,
  referenceOf,
  releaseOf,
  repositoryOf,
  statisticOf,
  type JsonLdNode,
} from './json-ld-nodes.js';

/** What schema.org needs beside the page. */
export interface JsonLdOptions {
  /** The page's own address, absolute. */
  readonly url?: string | undefined;
  /** The pages above this one, from the site's first page on, and this one last. */
  readonly breadcrumbs?: readonly { readonly name: string; readonly url?: string }[] | undefined;
}

/**
 * A page as schema.org's `AboutPage`: what it says of the project in its blocks is its subject, a `SoftwareSourceCode`; questions are
 * a `FAQPage` in it. Only what the page says is in it.
 */
export function toJsonLd(page: Page, { url, breadcrumbs }: JsonLdOptions = {}): Record<string, unknown> {
  const blocks = blocksOf(page);
  const questions = of(blocks, 'faq').flatMap((block) => block.questions);
  return only({
    '@context': 'https://schema.org',
    '@type': 'AboutPage',
    name: page.title?.text,
    description: page.description,
    inLanguage: page.lang,
    url,
    about: projectOf(page, blocks),
    hasPart: questions.length > 0 ? { '@type': 'FAQPage', mainEntity: questions.map(answerOf) } : undefined,
    citation: many(of(blocks, 'links').flatMap(({ links }) => links.map(referenceOf))),
    mentions: many(of(blocks, 'stats').flatMap(({ stats }) => stats.map(statisticOf))),
    breadcrumb: breadcrumbs && {
      '@type': 'BreadcrumbList',
      itemListElement: breadcrumbs.map(({ name, url: item }, index) =>
        only({ '@type': 'ListItem', position: index + 1, name, item }),
      ),
    },
  });
}

/** The project that the blocks speak of; `undefined` where none does. */
function projectOf({ title }: Page, blocks: readonly DataBlock[]): JsonLdNode | undefined {
  const repositories = of(blocks, 'repos').flatMap(({ repos }) => repos.map(repositoryOf));
  const [citing] = of(blocks, 'citing');
  const licences = of(blocks, 'licence').flatMap((block) => block.licences);
  const facts = only({
    ...(repositories.length === 1 ? repositories[0] : {}),
    author: many(citing?.authors.map(authorOf)),
    contributor: many(of(blocks, 'people').flatMap(({ people }) => people.map(personOf))),
    maintainer: teamOf(title?.text, blocks),
    funder: many(of(blocks, 'sponsors').flatMap(({ sponsors = [] }) => sponsors.map(agentOf))),
    license: many(
      licences.map(({ name, url }) =>
        isAbsolute(url?.href) ? url?.href : { '@type': 'CreativeWork', name },
      ),
    ),
    copyrightNotice: of(blocks, 'licence')[0]?.copyright,
    subjectOf: many(of(blocks, 'timeline').flatMap(({ events }) => events.map(eventOf))),
    targetProduct: many(
      of(blocks, 'releases').flatMap(({ releases }) =>
        releases.map((release) => releaseOf(release, title?.text)),
      ),
    ),
    version: citing?.version,
    datePublished: citing?.date,
    identifier: citing?.doi === undefined ? undefined : doiUrl(citing.doi),
    hasPart: repositories.length > 1 ? repositories : undefined,
  });
  if (Object.keys(facts).length === 0) return undefined;
  return only({ '@type': 'SoftwareSourceCode', name: citing?.title ?? title?.text, ...facts });
}

/** Who looks after it, and how to reach them. */
function teamOf(name: string | undefined, blocks: readonly DataBlock[]): JsonLdNode | undefined {
  const governance = of(blocks, 'governance');
  const security = of(blocks, 'security');
  const contacts = [
    ...of(blocks, 'channels').flatMap(({ channels }) =>
      channels.map((channel) => channelOf(channel.name, channel.url.href)),
    ),
    ...security.flatMap(({ contacts: some = [] }) =>
      some.map(({ title, url }) => channelOf(title, url.href)),
    ),
  ];
  const bodies = governance.flatMap(({ bodies: some = [] }) =>
    some.map(({ members, ...body }) =>
      only({
        ...agentOf(body),
        member: many(members?.map((member): JsonLdNode => ({ '@type': 'Person', name: member }))),
      }),
    ),
  );
  const documents = governance.flatMap((block) => (block.documents ?? []).map(referenceOf));
  if (contacts.length + bodies.length + documents.length === 0) return undefined;
  return only({
    '@type': 'Organization',
    name,
    contactPoint: many(contacts),
    department: many(bodies),
    subjectOf: many(documents),
  });
}

const isAbsolute = (url: string | undefined): boolean => url !== undefined && /^https?:/i.test(url);

/** One as it is, several as a list, none as nothing. */
const many = <T>(items: readonly T[] | undefined): T | readonly T[] | undefined =>
  items && items.length < 2 ? items[0] : items;

/** The blocks of one kind. */
const of = <Kind extends DataBlock['kind']>(blocks: readonly DataBlock[], kind: Kind): DataBlock<Kind>[] =>
  blocks.filter((block) => block.kind === kind) as DataBlock<Kind>[];

/** All blocks of data in a page, in document order. */
function blocksOf({ preamble, lead, sections }: Page): DataBlock[] {
  const blocks: DataBlock[] = [];
  const add = (some: readonly Block[]): void => {
    for (const block of some) if (block.kind !== 'prose' && block.kind !== 'custom') blocks.push(block);
  };
  const addSections = (some: readonly Section[]): void => {
    for (const section of some) {
      add(section.blocks);
      addSections(section.sections);
    }
  };
  add([...preamble, ...lead]);
  addSections(sections);
  return blocks;
}

/** JSON for the inside of a script element: nothing in it ends the element or begins a comment. */
export const escapeJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
