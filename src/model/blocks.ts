import { CHANNELS } from './blocks/channels.js';
import { CITING } from './blocks/citing.js';
import { FAQ } from './blocks/faq.js';
import { GOVERNANCE } from './blocks/governance.js';
import { LICENCE } from './blocks/licence.js';
import { LINKS } from './blocks/links.js';
import { PEOPLE } from './blocks/people.js';
import { RELEASES } from './blocks/releases.js';
import { REPOS } from './blocks/repos.js';
import { SECURITY } from './blocks/security.js';
import { SPONSORS } from './blocks/sponsors.js';
import { STATS } from './blocks/stats.js';
import { TIMELINE } from './blocks/timeline.js';
import { record, type RecordData, type RecordModel } from './schema.js';

/** The blocks of structured data that pages are made of, by kind. A block's data are its fields and its `kind`. */
export const BLOCKS = {
  links: record('links', LINKS, { items: 'links' }),
  repos: record('repositories', REPOS, { items: 'repos', repositories: 'repos' }),
  people: record('people', PEOPLE, { items: 'people', persons: 'people', members: 'people', team: 'people' }),
  sponsors: record('sponsors', SPONSORS, { items: 'sponsors', links: 'ways' }),
  channels: record('channels', CHANNELS, { items: 'channels' }),
  timeline: record('a timeline', TIMELINE, { items: 'events', entries: 'events' }),
  licence: record('licences', LICENCE, { items: 'licences', licenses: 'licences', description: 'text' }),
  faq: record('questions', FAQ, { items: 'questions', faq: 'questions' }),
  stats: record('numbers', STATS, { items: 'stats', numbers: 'stats' }),
  governance: record('how decisions are made', GOVERNANCE, { description: 'text', links: 'documents' }),
  security: record('how to report a weakness', SECURITY, { contact: 'contacts', description: 'text' }),
  citing: record('what to cite', CITING, { description: 'text' }),
  releases: record('releases', RELEASES, { items: 'releases', versions: 'releases' }),
} as const;

/** The kinds of blocks that the library knows beside prose. */
export type BlockKind = keyof typeof BLOCKS;

type FieldsOf<Kind extends BlockKind> = (typeof BLOCKS)[Kind]['fields'];

/** A block of one kind, or of any, as people write it. */
export type BlockData<Kind extends BlockKind = BlockKind> = {
  [Each in Kind]: { readonly kind: Each } & RecordData<FieldsOf<Each>>;
}[Kind];

/** A block of one kind, or of any, as the model of a page holds it: Markdown compiled, URLs resolved. */
export type DataBlock<Kind extends BlockKind = BlockKind> = {
  [Each in Kind]: { readonly kind: Each } & RecordModel<FieldsOf<Each>>;
}[Kind];

export const isBlockKind = (kind: string): kind is BlockKind => Object.hasOwn(BLOCKS, kind);
