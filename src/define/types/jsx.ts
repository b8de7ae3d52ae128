import type { DocForgeRequestEvent } from '../../elements/repo-link.js';
import type {
  DocErrorEvent,
  DocLoadEvent,
  DocProblemEvent,
  DocRenderEvent,
  DocSectionChangeEvent,
} from '../../elements/events.js';
import type { DocCallout } from '../doc-callout.js';
import type { DocCode } from '../doc-code.js';
import type { DocPage } from '../doc-page.js';
import type { DocSection } from '../doc-section.js';
import type { DocToc } from '../doc-toc.js';
import type { RepoLink } from '../repo-link.js';

interface Tags {
  'doc-callout': DocCallout;
  'doc-code': DocCode;
  'doc-page': DocPage;
  'doc-section': DocSection;
  'doc-toc': DocToc;
  'repo-link': RepoLink;
}

interface Events {
  'doc-error': DocErrorEvent;
  'doc-forge-request': DocForgeRequestEvent;
  'doc-load': DocLoadEvent;
  'doc-problem': DocProblemEvent;
  'doc-render': DocRenderEvent;
  'doc-section-change': DocSectionChangeEvent;
}

/** `headingLevel` as an attribute is written: `heading-level`. */
type Dashed<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Dashed<Rest>}`
  : Name;

/** What all of them have comes from `HTMLElement` and Lit. */
type Inherited = keyof Tags[keyof Tags];

type ReadOnly = 'page' | 'problems' | 'currentSection';

/** The names of an element's own properties that can be set. */
type Settable<Element> = {
  [Name in keyof Element]: Element[Name] extends (...args: never[]) => unknown ? never : Name;
}[Exclude<keyof Element, Inherited | ReadOnly>];

/** What a property takes; as an attribute it is text. */
type Value<Type> = Type | (Type extends number ? `${Type}` : never) | undefined;

type Properties<Element> = {
  [Name in Settable<Element> & string as Name | Dashed<Name>]?: Value<Element[Name]>;
};

type Listeners = { [Type in keyof Events as `on${Type}`]?: ((event: Events[Type]) => void) | undefined };

/**
 * The tags for the JSX of React, Preact, Solid and the like, with their attributes, properties and events
 * (`ondoc-error={…}`). `Shared` is what the framework lets every HTML element have, such as React's
 * `HTMLAttributes<HTMLElement>`.
 *
 * ```ts
 * declare module 'react' {
 *   namespace JSX {
 *     interface IntrinsicElements extends JsxElements<HTMLAttributes<HTMLElement> & RefAttributes<HTMLElement>> {}
 *   }
 * }
 * ```
 */
export type JsxElements<Shared = unknown> = {
  [Tag in keyof Tags]: Shared & Properties<Tags[Tag]> & Listeners;
};
