import { escapeHtml } from '../model/escape.js';
import { formatAttributes } from '../html/heading.js';
import { escapeJson, toJsonLd } from '../html/json-ld.js';
import { labelsFor } from '../model/labels-for.js';
import { languageOf } from '../model/language.js';
import { mentionOf } from '../model/mention.js';
import type { Page } from '../model/page.js';
import { sheetsFor } from '../model/sheets.js';
import { describePage } from './description.js';
import { prerender, type PageSource, type RenderOptions } from './page.js';

/** What a document has beside its page. Nothing is inline unless it is asked for. */
export interface DocumentOptions extends RenderOptions {
  /** BCP 47 language tag for a page that names none. Default `en`. */
  readonly lang?: string;
  /** The document's own address, absolute: the canonical link, and what cards and search engines show. */
  readonly url?: string;
  /** Absolute address of a picture for cards. */
  readonly image?: string;
  /** Name of the site, for cards and behind the title. */
  readonly siteName?: string;
  /**
   * Address of the style sheet; where that is `prose.css`, the sheets for what the page holds (`callouts.css` and the like)
   * are linked from beside it. Or a text that is put in line; or the texts of the sheets by their names (`prose`,
   * `callouts`), of which the page gets those that it needs.
   */
  readonly styles?: { readonly href: string } | { readonly text: string | Readonly<Record<string, string>> };
  /** Address of the elements' module, such as `cdn/doc-elements.js`. Without it the document has no script. */
  readonly script?: { readonly src: string; readonly integrity?: string };
  /** The pages above this one, from the site's first page on, and this one last: for search engines. */
  readonly breadcrumbs?: readonly { readonly name: string; readonly url?: string }[];
  /** Address of the page's Markdown, for readers that prefer it. */
  readonly markdown?: string;
}

/** A document with what its content security policy has to allow. */
export interface PrerenderedDocument {
  readonly html: string;
  readonly page: Page;
  /** Sources for `style-src`, such as `'sha256-…'`: one for inline styles, none without. */
  readonly styleHashes: readonly string[];
}

/** A page as a complete HTML document. Never rejects on bad input: see `onProblems`. */
export const renderDocument = async (source: PageSource, options: DocumentOptions = {}): Promise<string> =>
  (await prerenderDocument(source, options)).html;

/** Like {@link renderDocument}, with the page's model and the hashes of what is in line. */
export async function prerenderDocument(
  source: PageSource,
  options: DocumentOptions = {},
): Promise<PrerenderedDocument> {
  const { html, page } = await prerender(source, options);
  const { lang = options.lang ?? 'en', dir } = page;
  const language = languageOf({ lang, ...(dir && { dir }) });
  const { untitled } = await labelsFor(lang, options.labels);
  const { styles } = options;
  const sheets = styles ? sheetsIn(html) : [];
  const text = styles && 'text' in styles ? safeStyles(textOf(styles.text, sheets)) : undefined;
  const head = headOf(page, options, untitled, [
    ...(styles && 'href' in styles ? linksOf(styles.href, sheets) : []),
    ...(text === undefined ? [] : [`<style>${text}</style>`]),
  ]).join('\n');
  const document =
    `<!doctype html>\n<html${formatAttributes(language)}>\n<head>\n${head}\n</head>\n` +
    `<body>\n<main>${html}</main>\n</body>\n</html>\n`;
  return { html: document, page, styleHashes: text === undefined ? [] : [await hashSource(text)] };
}

function headOf(page: Page, options: DocumentOptions, untitled: string, styles: readonly string[]): string[] {
  const { url, image, siteName, script, markdown, breadcrumbs } = options;
  const description = describePage(page);
  const title = page.title?.text ?? siteName ?? untitled;
  const heading = siteName === undefined || siteName === title ? title : `${title} · ${siteName}`;
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(heading)}</title>`,
    ...meta('name', 'description', description),
    '<meta name="color-scheme" content="light dark">',
    ...link('canonical', url),
    ...(markdown === undefined
      ? []
      : [`<link rel="alternate" type="text/markdown" href="${escapeHtml(markdown)}">`]),
    ...meta('property', 'og:type', 'website'),
    ...meta('property', 'og:title', title),
    ...meta('property', 'og:description', description),
    ...meta('property', 'og:url', url),
    ...meta('property', 'og:image', image),
    ...meta('property', 'og:site_name', siteName),
    ...styles,
    ...(script ? [scriptElement(script)] : []),
    `<script type="application/ld+json">${escapeJson(toJsonLd(page, { url, breadcrumbs }))}</script>`,
  ];
}

const meta = (kind: 'name' | 'property', name: string, content: string | undefined): string[] =>
  content === undefined ? [] : [`<meta ${kind}="${name}" content="${escapeHtml(content)}">`];

const link = (rel: string, href: string | undefined): string[] =>
  href === undefined ? [] : [`<link rel="${rel}" href="${escapeHtml(href)}">`];

/** The names of the sheets that HTML needs. It may be one too many, never one too few. */
const sheetsIn = (html: string): string[] =>
  sheetsFor((selectors) => selectors.some((selector) => html.includes(mentionOf(selector))));

/** The sheets beside `prose.css`; a sheet of another name is a host's own, and is all there is. */
const linksOf = (href: string, sheets: readonly string[]): string[] =>
  (/(?:^|\/)prose\.css(?=[?#]|$)/.test(href)
    ? sheets.map((name) => href.replace(/prose\.css(?=[?#]|$)/, `${name}.css`))
    : [href]
  ).flatMap((each) => link('stylesheet', each));

const textOf = (text: string | Readonly<Record<string, string>>, sheets: readonly string[]): string =>
  typeof text === 'string' ? text : sheets.flatMap((name) => text[name] ?? []).join('\n');

const scriptElement = ({ src, integrity }: NonNullable<DocumentOptions['script']>): string =>
  `<script type="module" src="${escapeHtml(src)}"${integrity === undefined ? '' : ` integrity="${escapeHtml(integrity)}" crossorigin`}></script>`;

/** A style sheet cannot end its element. */
const safeStyles = (text: string): string => text.replace(/<\/(style)/gi, '<\\/$1');

/** A text as a source of a content security policy. */
async function hashSource(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}
