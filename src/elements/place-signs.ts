import type { Sign } from './forge-icons.js';

const FILE: Sign = ['', 'M3.5 1.8h5.6l3.4 3.4v9h-9ZM9 2v3.4h3.3'];
const FOLDER: Sign = ['', 'M1.8 12.8V3.2h4.4l1.6 2h6.4v7.6Z'];
const COMMIT: Sign = ['', 'M.8 8h4M11.2 8h4M4.8 8a3.2 3.2 0 1 1 6.4 0 3.2 3.2 0 1 1-6.4 0Z'];
const ISSUE: Sign = [
  'M6.6 8a1.4 1.4 0 1 1 2.8 0 1.4 1.4 0 1 1-2.8 0Z',
  'M1.5 8a6.5 6.5 0 1 1 13 0 6.5 6.5 0 1 1-13 0Z',
];
const PULL: Sign = [
  '',
  'M4 5v6M12 11V6.5a2 2 0 0 0-2-2H7.5M9.3 2.2 7 4.5l2.3 2.3M2.2 3.2a1.8 1.8 0 1 1 3.6 0 1.8 1.8 0 1 1-3.6 0Zm0 9.6a1.8 1.8 0 1 1 3.6 0 1.8 1.8 0 1 1-3.6 0Zm8 0a1.8 1.8 0 1 1 3.6 0 1.8 1.8 0 1 1-3.6 0Z',
];
const SPEECH: Sign = ['', 'M1.8 2.5h12.4v8.6H8.4l-3.6 3v-3h-3Z'];
const TAG: Sign = ['M4.2 5.3a1.1 1.1 0 1 1 2.2 0 1.1 1.1 0 1 1-2.2 0Z', 'M1.8 2.8v5l6.4 6.4 6-6-6.4-6.4h-5Z'];
const BOOK: Sign = [
  '',
  'M8 13.5V4C6.5 2.8 4.2 2.5 1.5 2.5v9.7c2.7 0 5 .3 6.5 1.3 1.5-1 3.8-1.3 6.5-1.3V2.5c-2.7 0-5 .3-6.5 1.5',
];
const RUN: Sign = ['M6.4 5.2v5.6l4.6-2.8Z', 'M1.5 8a6.5 6.5 0 1 1 13 0 6.5 6.5 0 1 1-13 0Z'];

/** What the forges' routes lead to. Where two forges share a word, it leads to the same. */
const ROUTES: ReadonlyMap<string, Sign> = new Map([
  ['blame', FILE],
  ['blob', FILE],
  ['edit', FILE],
  ['raw', FILE],
  ['media', FILE],
  ['src', FILE],
  ['tree', FOLDER],
  ['commit', COMMIT],
  ['commits', COMMIT],
  ['compare', COMMIT],
  ['log', COMMIT],
  ['issues', ISSUE],
  ['work_items', ISSUE],
  ['merge_requests', PULL],
  ['pull', PULL],
  ['pulls', PULL],
  ['pull-requests', PULL],
  ['discussions', SPEECH],
  ['refs', TAG],
  ['releases', TAG],
  ['tags', TAG],
  ['wiki', BOOK],
  ['wikis', BOOK],
  ['actions', RUN],
  ['pipelines', RUN],
]);

/**
 * The sign of a place in a repository, by the path of its URL; `undefined` for one without. The first route behind
 * owner and name decides, so that GitLab's groups may be as deep as they like.
 */
export function placeSign(path: string): Sign | undefined {
  for (const segment of path.split('/').slice(3)) {
    const sign = ROUTES.get(segment);
    if (sign) return sign;
  }
  return undefined;
}
