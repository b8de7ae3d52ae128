import { relative, resolve, sep } from 'node:path';
import { toJson } from '../../html/to-json.js';
import { toMarkdown } from '../../html/to-markdown.js';
import { labelsFor } from '../../model/labels-for.js';
import type { Page } from '../../model/page.js';
import { createUrlResolver, type UrlUse } from '../../model/url.js';
import type { Problem } from '../../model/problem.js';
import { math } from '../../drawing/formulas.js';
import { prerenderDocument, type DocumentOptions } from '../document.js';
import { prerender, type RenderOptions } from '../page.js';
import { copyFiles, FilesBeside } from './copy-files.js';
import { selectFiles, shownPath, type Selection } from './files.js';
import type { ProcessFile } from './job.js';
import { placeInJson } from './json-places.js';
import type { ListedPage } from './llms.js';
import {
  addressOf,
  fromPage,
  linkToOutput,
  outputPath,
  urlOf,
  withExtension,
  type Folders,
} from './outputs.js';
import { readSource } from './read-source.js';
import { unwritable } from './system-error.js';
import { endLine, writeWhole } from './write-file.js';

/** How pages are rendered: plain data. */
export interface RenderSettings extends Folders {
  readonly kind: 'render';
  /** The arguments: links to what is among them lead to its output. */
  readonly files: readonly string[];
  readonly page: Omit<RenderOptions, 'onProblems' | 'rewriteUrl' | 'base' | 'math'>;
  /** Whether formulas are written as MathML. */
  readonly math?: boolean;
  /** Whole documents instead of the element alone. */
  readonly document?: Omit<DocumentOptions, keyof RenderOptions | 'url' | 'markdown'>;
  /** Page data instead of HTML. */
  readonly json: boolean;
  /** Whether the page's Markdown is written beside it. */
  readonly markdown: boolean;
  /** Whether links to pages that are rendered too lead to their output. */
  readonly links: boolean;
  /** Whether the files that a page shows or offers are copied. */
  readonly copies: boolean;
  /** Whether `llms.txt` wants to know about the page. */
  readonly llms: boolean;
  /** What relative URLs resolve against: the address of `root`. */
  readonly base?: string;
  /** The address of `out`. */
  readonly url?: string;
  readonly maxBytes: number;
}

/** A page as it is written. */
export interface RenderedText {
  readonly text: string;
  readonly page: Page;
  readonly problems: readonly Problem[];
  /** The files that have to be beside it; absolute paths. */
  readonly files: readonly string[];
}

export const isData = (path: string): boolean => /\.json$/i.test(path);

/** Makes the function that renders a file and writes it. */
export function createRenderer(settings: RenderSettings): ProcessFile {
  const { json, markdown, out, maxBytes } = settings;
  const selection = selectFiles(settings.files, out);
  return async (path) => {
    const file = resolve(path);
    const { text, problems: found } = await readSource(file, maxBytes);
    if (text === undefined) return { path, problems: found };
    const target = outputPath(file, settings, json ? '.json' : '.html');
    if (target === undefined || out === undefined) return { path, problems: [outsideRoot(settings)] };
    const rendered = await renderText(text, file, settings, await selection);
    const copied = await copyFiles(rendered.files, settings);
    const problems = [...found, ...rendered.problems, ...copied];
    try {
      writeWhole(target, rendered.text);
      const copy = withExtension(target, '.md');
      if (markdown && copy !== file) writeWhole(copy, isData(file) ? await readable(rendered.page) : text);
    } catch (error) {
      return { path, problems: [...problems, unwritable(shownPath(target), error)] };
    }
    const link = settings.llms ? linkOf(rendered.page, target, settings) : undefined;
    const { files } = rendered;
    return { path, problems, written: shownPath(target), files, ...(link && { link }) };
  };
}

/** Renders the text of a page as the settings say. */
export async function renderText(
  text: string,
  file: string,
  settings: RenderSettings,
  selection?: Selection,
): Promise<RenderedText> {
  const { document, json, markdown, url, out } = settings;
  const beside = settings.copies && !json ? new FilesBeside(file, settings.root) : undefined;
  let problems: readonly Problem[] = [];
  const options: RenderOptions = {
    ...settings.page,
    ...(settings.math && { math }),
    format: isData(file) ? 'json' : 'markdown',
    ...rewriting(file, settings, selection, beside),
    onProblems: (found) => (problems = found),
  };
  const target = outputPath(file, settings, '.html');
  const rendered =
    document && !json
      ? await prerenderDocument(text, {
          ...options,
          ...documentOptions(document, target, out),
          ...(target !== undefined &&
            out !== undefined &&
            url !== undefined && { url: addressOf(url, urlOf(target, out)) }),
          ...(target !== undefined &&
            markdown && { markdown: encodeURIComponent(lastOf(withExtension(target, '.md'))) }),
        })
      : await prerender(text, options);
  return {
    text: json ? `${JSON.stringify(toJson(rendered.page), null, 2)}\n` : endLine(rendered.html),
    page: rendered.page,
    problems: isData(file) ? placeInJson(problems, text) : problems,
    files: beside?.paths ?? [],
  };
}

/** Markdown for readers who know no blocks of data. */
const readable = async (page: Page): Promise<string> =>
  endLine(toMarkdown(page, { blocks: 'text', labels: await labelsFor(page.lang) }).trimEnd());

const lastOf = (path: string): string => path.slice(path.lastIndexOf(sep) + 1);

/** Where the URLs of a page lead. Page data keeps them as they are: they are resolved when it is rendered. */
function rewriting(
  file: string,
  { json, links, base, root, page }: RenderSettings,
  selection: Selection | undefined,
  beside: FilesBeside | undefined,
): Pick<RenderOptions, 'rewriteUrl' | 'base'> {
  if (json) return {};
  const address = base === undefined ? undefined : addressOf(base, urlOf(file, root));
  const resolveUrl = createUrlResolver({ base: address });
  const own = address === undefined ? {} : { base: address };
  const rendered = links && selection && (page.repo !== undefined || selection.folders.length > 0);
  if (!rendered && !beside) return own;
  const rewriteUrl = (url: string, use: UrlUse): string | undefined => {
    beside?.add(url, use);
    const output =
      rendered && use === 'link' ? linkToOutput(url, file, { root }, selection.includes) : undefined;
    return output === undefined ? undefined : resolveUrl(output, use);
  };
  return { ...own, rewriteUrl };
}

/** Addresses of style sheet and script as the document has to write them. */
function documentOptions(
  options: NonNullable<RenderSettings['document']>,
  target: string | undefined,
  out: string | undefined,
): NonNullable<RenderSettings['document']> {
  if (target === undefined || out === undefined) return options;
  const { styles, script } = options;
  return {
    ...options,
    ...(styles && 'href' in styles && { styles: { href: fromPage(styles.href, target, out) } }),
    ...(script && { script: { ...script, src: fromPage(script.src, target, out) } }),
  };
}

function linkOf(page: Page, target: string, { out, url, markdown }: RenderSettings): ListedPage | undefined {
  if (out === undefined) return undefined;
  const path = urlOf(markdown ? withExtension(target, '.md') : target, out);
  return {
    title: page.title?.text ?? lastOf(withExtension(target, '')),
    url: url === undefined ? path : addressOf(url, path),
    ...(page.description !== undefined && { description: page.description }),
    path: relative(out, target).split(sep).join('/'),
  };
}

const outsideRoot = ({ root }: Folders): Problem => ({
  code: 'file-unwritable',
  severity: 'error',
  message: `The file is not below ${shownPath(root)}, so its place below --out is not known. Name a folder around all files with --root.`,
});
