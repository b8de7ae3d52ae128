import { choice, LABEL, LINK, list, MARKDOWN, optional, record } from '../schema.js';

/** A place where the people of a project can be met or written to. */
export const CHANNEL = record(
  'a channel',
  {
    /** What it is called. */
    name: LABEL,
    /** Where it is; `mailto:` for an address. */
    url: LINK,
    /** What kind of place it is. */
    type: optional(
      choice(
        'chat',
        'forum',
        'mailing-list',
        'mail',
        'issues',
        'questions',
        'social',
        'feed',
        'video',
        'meeting',
        'phone',
      ),
    ),
    /** What it is for, and who answers; Markdown. */
    description: optional(MARKDOWN),
  },
  { title: 'name', label: 'name', href: 'url', link: 'url', purpose: 'description', text: 'description' },
);

/** Where to ask, report, talk and follow. */
export const CHANNELS = {
  /** In the order in which they are shown. */
  channels: list('a list of channels', CHANNEL),
};
