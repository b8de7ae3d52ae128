import type { Problem } from '../../model/problem.js';
import { withoutInlineCode } from './inline-code.js';
import { MAX_BLOCKS, MAX_DEPTH, MAX_INLINE } from './open-elements.js';
import { resolveUrls } from './rewrite.js';
import { RootNodes } from './root-nodes.js';
import { imageText } from './text-content.js';
import { wrapLinks } from './wrap-links.js';

/** What a page says of elements that stand too deep in each other. */
const TOO_DEEP: Problem = {
  code: 'limit-exceeded',
  severity: 'warning',
  message:
    `HTML elements stand deeper in each other than ${MAX_DEPTH} levels, or more than ${MAX_INLINE} of those that belong into a line, ` +
    `such as <b>, around blocks, or around more than ${MAX_BLOCKS} blocks: of the others only the content is shown. Close what is open.`,
};

/** All that reads the author's own HTML, in one: most pages have none, and load none of it. */
export const HTML_READER = {
  createNodes: (): RootNodes => new RootNodes(),
  /** Whether what the nodes hand out has passed a sanitizer. */
  sanitizes: false as boolean,
  imageText,
  resolveUrls,
  tooDeep: TOO_DEEP,
  withoutInlineCode,
  wrapLinks,
} as const;

export type HtmlReader = typeof HTML_READER;
