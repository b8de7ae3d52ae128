import type { DataBlock } from '../model/blocks.js';
import { withWords } from '../model/labels.js';
import { ENGLISH } from '../model/labels/en.js';
import type { PageOptions } from '../model/options.js';
import type { CustomBlock, Page, Structured } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import { compileChannels } from './blocks/channels.js';
import { compileCiting } from './blocks/citing.js';
import { compileFaq } from './blocks/faq.js';
import { compileGovernance } from './blocks/governance.js';
import { compileLicence } from './blocks/licence.js';
import { compileLinks } from './blocks/links.js';
import { compilePeople } from './blocks/people.js';
import { BlockWriter } from './blocks/pieces.js';
import { compileReleases } from './blocks/releases.js';
import { compileRepos, type ReposOptions } from './blocks/repos.js';
import { compileSecurity } from './blocks/security.js';
import { compileSponsors } from './blocks/sponsors.js';
import { compileStats } from './blocks/stats.js';
import { compileTimeline } from './blocks/timeline.js';
import { BLOCK_CLASS } from '../model/names.js';

/** HTML, and whether the author's own is in it. */
export interface CompiledBlock {
  readonly html: string;
  readonly rawHtml: boolean;
}

/** Compiles blocks that are no prose. */
export type BlockCompiler = (block: Structured) => CompiledBlock;

/** A compiler of the blocks of a page. `problems` takes what the host's own kinds do wrong. */
export function createBlockCompiler(
  page: Pick<Page, 'lang'>,
  options: Pick<PageOptions, 'lang' | 'pictures' | 'blocks' | 'labels' | 'repos' | 'forges'>,
  problems: Problem[] = [],
): BlockCompiler {
  const labels = withWords(ENGLISH, options.labels);
  const lang = page.lang ?? options.lang;
  return (block) => {
    if (block.kind === 'custom') return compileCustom(block, lang, options.blocks, problems);
    const writer = new BlockWriter(lang ?? labels.lang, options.pictures === 'load', labels);
    const content = compileContent(block, writer, options);
    return {
      html: `<div class="${BLOCK_CLASS} ${BLOCK_CLASS}-${block.kind}">${content}</div>`,
      rawHtml: writer.rawHtml,
    };
  };
}

function compileContent(block: DataBlock, writer: BlockWriter, options: ReposOptions): string {
  switch (block.kind) {
    case 'links':
      return compileLinks(block, writer);
    case 'repos':
      return compileRepos(block, writer, options);
    case 'people':
      return compilePeople(block, writer);
    case 'sponsors':
      return compileSponsors(block, writer);
    case 'channels':
      return compileChannels(block, writer);
    case 'timeline':
      return compileTimeline(block, writer);
    case 'licence':
      return compileLicence(block, writer);
    case 'faq':
      return compileFaq(block, writer);
    case 'stats':
      return compileStats(block, writer);
    case 'governance':
      return compileGovernance(block, writer);
    case 'security':
      return compileSecurity(block, writer);
    case 'citing':
      return compileCiting(block, writer);
    case 'releases':
      return compileReleases(block, writer);
  }
}

/** A host's own kind. Its HTML is not trusted more than an author's. */
function compileCustom(
  { name, data }: CustomBlock,
  lang: string | undefined,
  kinds: PageOptions['blocks'] = {},
  problems: Problem[],
): CompiledBlock {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind) return { html: '', rawHtml: false };
  try {
    const html: unknown = kind.toHtml(data, lang === undefined ? {} : { lang });
    if (typeof html !== 'string') throw new TypeError(`its toHtml gave no text but ${typeof html}`);
    return { html: `<div class="${BLOCK_CLASS}">${html}</div>`, rawHtml: true };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    problems.push({
      code: 'block-invalid',
      severity: 'error',
      message: `A block of the host’s kind “${name}” is not shown: ${why}. The rest of the page is.`,
    });
    return { html: '', rawHtml: false };
  }
}
