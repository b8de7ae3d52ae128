import type { BlockData } from './blocks.js';

type ChannelType = NonNullable<BlockData<'channels'>['channels'][number]['type']>;

/** The words the library writes into blocks of data, in the language of the page. Apart from the other labels, because few pages need them. */
export interface BlockLabels {
  /** A person's status. */
  readonly emeritus: string;
  /** A period without an end, and one without a beginning; `{date}` is the day. */
  readonly since: string;
  readonly until: string;
  /** Kinds of channels. */
  readonly channels: Readonly<Record<ChannelType, string>>;
  /** Column headings of the versions that get fixes, and what stands in them. */
  readonly version: string;
  readonly supported: string;
  readonly supportedUntil: string;
  readonly yes: string;
  readonly no: string;
  /** Links about security. */
  readonly policy: string;
  readonly encryption: string;
  readonly acknowledgments: string;
  /** A release that is not yet for everybody, and until when one gets fixes; `{date}` is the day. */
  readonly prerelease: string;
  readonly releaseSupported: string;
  /** The version that is cited; `{version}` is the number. */
  readonly citedVersion: string;
  /** Accessible name of the link to an author's ORCID record; `{name}` is the author's. */
  readonly orcid: string;
}

/** English, the default. */
export const ENGLISH_BLOCKS: BlockLabels = {
  emeritus: 'Emeritus',
  since: 'since {date}',
  until: 'until {date}',
  channels: {
    chat: 'Chat',
    forum: 'Forum',
    'mailing-list': 'Mailing list',
    mail: 'Mail',
    issues: 'Issues',
    questions: 'Questions',
    social: 'Social',
    feed: 'Feed',
    video: 'Video',
    meeting: 'Meeting',
    phone: 'Phone',
  },
  version: 'Version',
  supported: 'Gets security fixes',
  supportedUntil: 'Until',
  yes: 'Yes',
  no: 'No',
  policy: 'Security policy',
  encryption: 'Encryption key',
  acknowledgments: 'Acknowledgments',
  prerelease: 'Pre-release',
  releaseSupported: 'supported until {date}',
  citedVersion: 'version {version}',
  orcid: 'ORCID of {name}',
};
