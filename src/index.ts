/*
 * Everything reached from here without `import()` is loaded by every page, also by one that was prerendered and needs
 * hardly any of it. So an element's class holds its properties and what shows its children, and no more. What renders
 * a source, answers a reader's first click or scroll, or is for elements that have come near the window, stands in a
 * module of its own that the class imports by `import()` when it is needed. `size-limit` in package.json says how
 * large the core may be.
 */
export { DocCallout } from './define/doc-callout.js';
export { DocCode } from './define/doc-code.js';
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
export type { JsxElements } from './define/types/jsx.js';
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
export type { DocForgeRequestEvent } from './elements/repo-link.js';
export type { RepositoryFacts, RepositorySnapshot } from './model/repository-facts.js';
export type { PageData, SectionData } from './model/page-data.js';
export type { PageOptions, SlugDialect } from './model/options.js';
export type { Problem, ProblemCode, Place } from './model/problem.js';
