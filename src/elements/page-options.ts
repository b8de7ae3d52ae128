import type { Allow } from '../model/allow.js';
import type { CustomBlocks, PageOptions, SlugDialect } from '../model/options.js';
import type { HeadingLevel } from '../model/page.js';
import type { Switch } from './converters.js';

/** The properties that options are given by; the optional ones are those of a page. */
export interface OptionProperties {
  readonly repo: string;
  readonly repoLinks: Switch;
  readonly references: Switch;
  readonly forges: string;
  readonly headingLinks: Switch;
  readonly slugs: SlugDialect;
  readonly pictures: 'none' | 'load';
  readonly allow: string | Allow;
  readonly blocks: CustomBlocks | undefined;
  readonly heading?: string;
  readonly toc?: Switch;
  readonly tocMinLevel?: HeadingLevel | undefined;
  readonly tocMaxLevel?: HeadingLevel | undefined;
  readonly tocCollapse?: boolean;
}

/** Options of an element, as far as they do not depend on where its source came from and where it stands. */
export const optionsOf = (host: OptionProperties): PageOptions => ({
  ...(host.repo ? { repo: host.repo } : {}),
  headingLinks: host.headingLinks === 'auto',
  repoLinks: host.repoLinks,
  references: host.references,
  ...(host.forges ? { forges: host.forges } : {}),
  slugs: host.slugs,
  pictures: host.pictures,
  ...(host.allow ? { allow: host.allow } : {}),
  ...(host.blocks ? { blocks: host.blocks } : {}),
  ...(host.heading ? { title: host.heading } : {}),
  ...(host.toc ? { toc: host.toc } : {}),
  ...(host.tocMinLevel ? { tocMinLevel: host.tocMinLevel } : {}),
  ...(host.tocMaxLevel ? { tocMaxLevel: host.tocMaxLevel } : {}),
  ...(host.tocCollapse === undefined ? {} : { tocCollapse: host.tocCollapse }),
});
