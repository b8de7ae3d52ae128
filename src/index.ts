export { DocPage } from './define/doc-page.js';
export { DocSection } from './define/doc-section.js';
export { DocToc } from './define/doc-toc.js';
export { RepoLink } from './define/repo-link.js';
export {
  DocErrorEvent,
  DocLoadEvent,
  DocProblemEvent,
  DocRenderEvent,
  DocSectionChangeEvent,
} from './elements/events.js';
export type {
  Page,
  Section,
  Heading,
  Block,
  Prose,
  Title,
  Footnote,
  HeadingLevel,
  Json,
} from './model/page.js';
export type { PageData, SectionData } from './model/page-data.js';
export type { PageOptions, SlugDialect } from './model/options.js';
export type { Problem, ProblemCode, Place } from './model/problem.js';
