import type { DataBlock } from '../model/blocks.js';
import { doiUrl } from '../model/doi.js';
import { escapeHtml } from '../model/escape.js';
import { escapeMarkdown, guardParagraph } from '../model/escape-markdown.js';
import { formatCount, formatDate, formatNumber } from '../model/format.js';
import { fill, type Labels } from '../model/labels.js';
import { repositoryAddress } from '../model/repository-address.js';
import { formatRepository, parseRepository } from '../model/repository.js';
import type { Address, RichText } from '../model/schema.js';

/*
 * Blocks as Markdown for people, and for programs that know none of ours: lists, tables, details. What they show is what
 * the block shows; the data cannot be read back from it.
 */

/** What texts need beside the data. */
interface Words {
  readonly labels: Labels;
  /** What dates and numbers go by. */
  readonly lang: string;
}

type Kinds = { readonly [Kind in DataBlock['kind']]: (block: DataBlock<Kind>, words: Words) => string };

/** A block as Markdown that reads well wherever Markdown is shown. */
export function blockText(block: DataBlock, words: Words): string {
  const write = KINDS[block.kind] as (block: DataBlock, words: Words) => string;
  return `${write(block, words)}\n\n`;
}

const KINDS: Kinds = {
  links: ({ links }, words) =>
    list(links, ({ title, url, source, date, lang, description }) =>
      entry(link(title, url), [escaped(source), day(date, words), escaped(lang)], description),
    ),
  repos: ({ repos }, words) =>
    list(repos, (repository) => {
      const { url, title, description } = repository;
      const address = repositoryAddress(url);
      const about = description === undefined ? '' : `: ${escapeMarkdown(description)}`;
      return `${target(title ?? repositoryName(address), address)}${about}${tail(repositoryFacts(repository, words))}`;
    }),
  people: ({ people }, words) =>
    list(people, ({ name, url, role, status, affiliation, from, to, about, links = [] }) => {
      const facts = [escaped(role), escaped(affiliation), period(from, to, words)];
      const state = status === 'emeritus' ? escapeMarkdown(words.labels.blocks.emeritus) : '';
      const places = links.map(({ title, url: to }) => link(title, to)).join(' · ');
      return entry(`**${link(name, url)}**`, [state, ...facts], about, places);
    }),
  sponsors: ({ sponsors = [], ways = [] }, words) =>
    blocks(
      list(sponsors, ({ name, url, tier, description, from, to }) =>
        entry(`**${link(name, url)}**`, [escaped(tier), period(from, to, words)], description),
      ),
      list(ways, ({ title, url }) => link(title, url), '*'),
    ),
  channels: ({ channels }, { labels }) =>
    list(channels, ({ name, url, type, description }) =>
      entry(
        link(name, url),
        [type === undefined ? '' : escapeMarkdown(labels.blocks.channels[type])],
        description,
      ),
    ),
  timeline: ({ events }, words) =>
    list(events, ({ date, to, title, url, text }) =>
      entry(
        `${[day(date, words), day(to, words)].filter(Boolean).join(' – ')}: **${link(title, url)}**`,
        [],
        text,
      ),
    ),
  licence: ({ licences, text, copyright }) =>
    blocks(
      list(licences, ({ name, spdx, url, covers }) =>
        entry(link(name, url), [spdx === undefined || spdx === name ? '' : `\`${spdx}\``, escaped(covers)]),
      ),
      text?.markdown.trim() ?? '',
      escaped(copyright),
    ),
  faq: ({ questions }) =>
    blocks(
      ...questions.map(
        ({ question, answer }) =>
          `<details>\n<summary>${escapeHtml(question)}</summary>\n\n${answer.markdown.trim()}\n\n</details>`,
      ),
    ),
  stats: ({ stats }, words) =>
    list(stats, ({ label, value, unit, date, source }) => {
      const figure = [formatNumber(value, words.lang), escaped(unit)].filter(Boolean).join(' ');
      return entry(`${escapeMarkdown(label)}: **${figure}**`, [
        link(source.title, source.url),
        day(date, words),
      ]);
    }),
  governance: ({ text, bodies = [], documents = [] }) =>
    blocks(
      text?.markdown.trim() ?? '',
      list(bodies, ({ name, url, description, members = [] }) =>
        entry(`**${link(name, url)}**`, [], description, members.map(escapeMarkdown).join(', ')),
      ),
      list(documents, ({ title, url }) => link(title, url), '*'),
    ),
  security: ({ text, contacts = [], policy, encryption, acknowledgments, versions = [] }, words) => {
    const labels = words.labels.blocks;
    const places = [
      ...contacts,
      ...(policy ? [{ title: labels.policy, url: policy }] : []),
      ...(encryption ? [{ title: labels.encryption, url: encryption }] : []),
      ...(acknowledgments ? [{ title: labels.acknowledgments, url: acknowledgments }] : []),
    ];
    return blocks(
      text?.markdown.trim() ?? '',
      list(places, ({ title, url }) => link(title, url)),
      table(
        [labels.version, labels.supported, labels.supportedUntil],
        versions.map(({ version, supported, until }) => [
          escapeMarkdown(version),
          supported ? labels.yes : labels.no,
          day(until, words),
        ]),
      ),
    );
  },
  citing: ({ title, authors, date, version, doi, url, text, bibtex }, words) => {
    const names = authors
      .map(
        ({ name, affiliation }) =>
          escaped(name) + (affiliation === undefined ? '' : ` (${escaped(affiliation)})`),
      )
      .join('; ');
    const edition =
      version === undefined
        ? ''
        : fill(words.labels.blocks.citedVersion, { version: escapeMarkdown(version) });
    const when = day(date, words);
    const sentence = [
      `${names}${when && ` (${when})`}`,
      [`*${escapeMarkdown(title)}*`, edition].filter(Boolean).join(', '),
      doi === undefined ? '' : target(doi, doiUrl(doi)),
      url ? address(url.href) : '',
    ];
    return blocks(
      `${sentence.filter(Boolean).join('. ')}.`,
      bibtex === undefined ? '' : fence(bibtex, 'bibtex'),
      text?.markdown.trim() ?? '',
    );
  },
  releases: ({ releases }, words) =>
    list(releases, ({ version, url, name, date, prerelease, supported, notes }) => {
      const labels = words.labels.blocks;
      const until =
        supported === undefined ? '' : fill(labels.releaseSupported, { date: day(supported, words) });
      const facts = [escaped(name), prerelease ? labels.prerelease : '', day(date, words), until];
      return entry(`**${link(version, url)}**`, facts, notes);
    }),
};

/** What a repository is called by who has not named it. */
function repositoryName(url: string): string {
  const parsed = parseRepository(url);
  return parsed ? formatRepository(parsed) : url;
}

function repositoryFacts(facts: DataBlock<'repos'>['repos'][number], { labels, lang }: Words): string[] {
  const { language, stars, licence, archived, movedTo, continuedIn, fetchedAt } = facts;
  const { repositories } = labels;
  const other = (label: string, to: Address | undefined): string =>
    to ? fill(label, { repository: target(repositoryName(to.href), to.href) }) : '';
  return [
    archived ? repositories.archived : '',
    other(repositories.movedTo, movedTo),
    other(repositories.continuedIn, continuedIn),
    escaped(language),
    stars === undefined ? '' : formatCount(repositories.stars, stars, lang),
    licence === undefined ? '' : fill(repositories.licence, { licence: escapeMarkdown(licence) }),
    fetchedAt === undefined
      ? ''
      : fill(repositories.asOf, { date: formatDate(fetchedAt.slice(0, 10), lang) }),
  ];
}

const escaped = (text: string | undefined): string => (text === undefined ? '' : escapeMarkdown(text));

const day = (date: string | undefined, { lang }: Words): string =>
  date === undefined ? '' : formatDate(date, lang);

function period(from: string | undefined, to: string | undefined, words: Words): string {
  const labels = words.labels.blocks;
  if (from !== undefined && to !== undefined) return `${day(from, words)} – ${day(to, words)}`;
  if (from !== undefined) return fill(labels.since, { date: day(from, words) });
  return to === undefined ? '' : fill(labels.until, { date: day(to, words) });
}

const link = (words: string, address: Address | undefined): string =>
  address ? target(words, address.href) : escapeMarkdown(words);

const target = (words: string, url: string): string =>
  `[${escapeMarkdown(words)}](${/[\s()<>]/.test(url) ? `<${url.replace(/[\n<>]/g, encodeURIComponent)}>` : url})`;

/** An address that is its own words. */
const address = (url: string): string => (/^https?:\/\/[^\s<>]+$/i.test(url) ? `<${url}>` : target(url, url));

/** Short facts behind what they are about. */
const tail = (facts: readonly string[]): string => {
  const known = facts.filter((fact) => fact !== '');
  return known.length === 0 ? '' : ` — ${known.join(' · ')}`;
};

/** An item: what it is, short facts, and what is said of it below. */
const entry = (head: string, facts: readonly string[], text?: RichText, more = ''): string =>
  blocks(guardParagraph(head) + tail(facts), text?.markdown.trim() ?? '', more);

const blocks = (...pieces: readonly string[]): string => pieces.filter((piece) => piece !== '').join('\n\n');

/** Items; lists that follow each other have different signs, which keep them apart. */
const list = <Item>(items: readonly Item[], write: (item: Item) => string, sign = '-'): string => {
  const texts = items.map(write);
  const isLoose = texts.some((text) => text.includes('\n'));
  return texts.map((text) => `${sign} ${text.replace(/\n(?!\n|$)/g, '\n  ')}`).join(isLoose ? '\n\n' : '\n');
};

/** A table; columns in which nothing stands are left out. */
function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const shown = headings.map((_, column) => rows.some((row) => row[column] !== ''));
  const line = (cells: readonly string[]): string =>
    `| ${cells
      .filter((_, column) => shown[column])
      .map((cell) => cell.replace(/\|/g, '\\|'))
      .join(' | ')} |`;
  return rows.length === 0
    ? ''
    : [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

function fence(code: string, language: string): string {
  const sign = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${sign}${language}\n${code.trimEnd()}\n${sign}`;
}
