/** A sign of 16 by 16: an outline to fill (even-odd), and lines to draw. */
export type Sign = readonly [fill?: string, lines?: string];

const SIGNS: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  // A cat's face.
  [
    'github',
    [
      'M2.2 1.5c1 .1 2 .7 2.8 1.3a11 11 0 0 1 6 0c.8-.6 1.8-1.2 2.8-1.3.5 1.2.5 2.4.3 3.2.9 1 1.4 2.2 1.4 3.5 0 4-2.8 6.1-7.5 6.1S.5 12.2.5 8.2c0-1.3.5-2.5 1.4-3.5-.2-.8-.2-2 .3-3.2ZM4.5 7.3c-1.4 0-2.3 1-2.3 2.5 0 2.1 2 3.1 5.8 3.1s5.8-1 5.8-3.1c0-1.5-.9-2.5-2.3-2.5-1.1 0-2 .3-3.5.3s-2.4-.3-3.5-.3ZM4.5 9.9a.9 1.4 0 1 1 1.8 0 .9 1.4 0 1 1-1.8 0Zm5.2 0a.9 1.4 0 1 1 1.8 0 .9 1.4 0 1 1-1.8 0Z',
    ],
  ],
  // A fox's face.
  ['gitlab', ['m8 14.6-7-5.3 2.4-7.6c.1-.3.5-.3.6 0l1.7 4.6h4.6l1.7-4.6c.1-.3.5-.3.6 0L15 9.3Z']],
  // A mountain in front of the sun.
  ['codeberg', ['M12.6 13.3a7 7 0 1 0-9.2 0L8 4.2Zm-1.3 0L8 6.8l-3.3 6.5a7 7 0 0 0 6.6 0Z']],
  // Two branches of one stem.
  [
    'forgejo',
    [
      '',
      'M4.5 11.4V7.3a4 4 0 0 1 4-4h1.8M4.5 11.4a4 4 0 0 1 4-3.6h1.8M10.3 3.3a1.8 1.8 0 1 1 3.6 0 1.8 1.8 0 1 1-3.6 0Zm0 4.5a1.8 1.8 0 1 1 3.6 0 1.8 1.8 0 1 1-3.6 0Zm-7.6 5.4a1.8 1.8 0 1 1 3.6 0 1.8 1.8 0 1 1-3.6 0Z',
    ],
  ],
  // A bucket.
  [
    'bitbucket',
    [
      'M1.2 2h13.6c.4 0 .6.3.6.7l-1.9 11c0 .3-.3.5-.6.5H3.1c-.3 0-.5-.2-.6-.5L.6 2.7c0-.4.2-.7.6-.7Zm4.6 4 .8 4.4h2.8l.8-4.4Z',
    ],
  ],
]);

/** A line of work that leaves another: any other forge. */
const BRANCH: Sign = [
  '',
  'M4 5v6M12 6.8c0 2.7-8 1.5-8 4.2M2.2 3.2a1.8 1.8 0 1 1 3.6 0 1.8 1.8 0 1 1-3.6 0Zm0 9.6a1.8 1.8 0 1 1 3.6 0 1.8 1.8 0 1 1-3.6 0Zm8-7.8a1.8 1.8 0 1 1 3.6 0 1.8 1.8 0 1 1-3.6 0Z',
];

/** The sign of a forge; for one without a sign of its own, a branch. */
export const signOf = (forge: string | undefined): Sign => SIGNS.get(forge ?? '') ?? BRANCH;
