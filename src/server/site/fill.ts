import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { escapeHtml } from '../../model/escape.js';
import { PAGE_CLASS } from '../../model/names.js';
import { SLUG_DIALECTS } from '../../model/options.js';
import type { HeadingLevel } from '../../model/page.js';
import { renderPage, type RenderOptions } from '../page.js';

/** Gives the text of a source, or `undefined` where it is none of the site's files. */
export type ReadSource = (src: string) => Promise<string | undefined>;

type Element = DefaultTreeAdapterTypes.Element;

/** Attributes that the content is made by; the element keeps those that the prerendered page writes anew. */
const DONE = new Set(['src', 'base', 'repo', 'allow', 'trusted', 'slugs', 'repo-links', 'heading']);

/**
 * An HTML text in which each `<doc-page src="…">` holds its page already: complete without script, and taken as it is
 * by the element. Everything else stays to the byte.
 */
export async function fillPages(
  html: string,
  read: ReadSource,
  options: RenderOptions = {},
): Promise<string> {
  if (!/<doc-page\b/i.test(html)) return html;
  let filled = '';
  let end = 0;
  for (const element of findPages(parse(html, { sourceCodeLocationInfo: true }))) {
    const place = element.sourceCodeLocation;
    const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
    const src = attributes.get('src');
    const source = src && (await read(src));
    if (!place || !src || source === undefined) continue;
    const page = await renderPage(source, { ...optionsOf(attributes, src), ...options });
    filled += html.slice(end, place.startOffset) + withAttributes(page, attributes);
    end = place.endOffset;
  }
  return filled + html.slice(end);
}

/** The outermost pages of a document, in its order. */
function* findPages(parent: DefaultTreeAdapterTypes.ParentNode): Generator<Element> {
  for (const node of parent.childNodes) {
    if (!tree.isElementNode(node)) continue;
    if (node.tagName === 'doc-page') yield node;
    else yield* findPages(node);
  }
}

/** What the element would read its source by. */
function optionsOf(attributes: ReadonlyMap<string, string>, src: string): RenderOptions {
  const level = (name: string): HeadingLevel | undefined => {
    const value = Number(attributes.get(name));
    return value >= 1 && value <= 6 ? (Math.trunc(value) as HeadingLevel) : undefined;
  };
  const repo = attributes.get('repo');
  const folder = src.slice(0, src.lastIndexOf('/') + 1);
  const ownBase = attributes.get('base') ?? (repo === undefined && src.startsWith('/') ? src : undefined);
  const given = {
    base: ownBase,
    repo,
    rewriteUrl:
      ownBase === undefined && repo === undefined && folder !== ''
        ? (url: string) => (isRelative(url) ? folder + url : undefined)
        : undefined,
    title: attributes.get('heading'),
    headingLevel: level('heading-level'),
    tocMinLevel: level('toc-min-level'),
    tocMaxLevel: level('toc-max-level'),
    headingLinks: attributes.get('heading-links') === 'none' ? false : undefined,
    repoLinks: attributes.get('repo-links') === 'none' ? 'none' : undefined,
    references: attributes.get('references') === 'none' ? 'none' : undefined,
    toc: attributes.get('toc') === 'none' ? 'none' : undefined,
    tocCollapse: attributes.has('toc-collapse') ? true : undefined,
    slugs: SLUG_DIALECTS.find((dialect) => dialect === attributes.get('slugs')),
    pictures: attributes.get('pictures') === 'load' ? 'load' : undefined,
    forges: attributes.get('forges'),
    allow: attributes.get('allow'),
    trusted: attributes.has('trusted') ? true : undefined,
    format: /\.json(?:[?#]|$)/i.test(src) ? 'json' : undefined,
  } as const;
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

const isRelative = (url: string): boolean => url !== '' && !/^(?:[a-z][a-z\d+.-]*:|[/\\#?])/i.test(url);

/** The attributes that the author wrote, but for those that are done with, on the prerendered element. */
function withAttributes(page: string, attributes: ReadonlyMap<string, string>): string {
  const [tag = ''] = /^<doc-page[^>]*/.exec(page) ?? [];
  const kept = [...attributes].filter(([name]) => !DONE.has(name) && !tag.includes(` ${name}=`));
  const classes = attributes.get('class');
  const ours = ` class="${PAGE_CLASS}"`;
  return (
    (classes === undefined ? tag : tag.replace(ours, ` class="${escapeHtml(`${PAGE_CLASS} ${classes}`)}"`)) +
    kept.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('') +
    page.slice(tag.length)
  );
}
