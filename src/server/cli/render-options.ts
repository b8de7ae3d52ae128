import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readAllow } from '../../model/allow.js';
import type { HeadingLevel } from '../../model/page.js';
import type { SlugDialect } from '../../model/options.js';
import type { RepositorySnapshot } from '../../model/repository-facts.js';
import { readSnapshot } from '../../model/repository-snapshot.js';
import { SHEETS } from '../../model/sheets.js';
import { ASSETS_FOLDER } from './assets.js';
import { UsageError, type Arguments, type Options } from './options.js';
import { packageFolder } from './package.js';
import type { RenderSettings } from './render-file.js';
import { givenFolder, HELP_OPTION, isFolder, maxBytesOf, WORK_OPTIONS } from './shared-options.js';
import { unreadable } from './system-error.js';

export const RENDER_OPTIONS = {
  out: {
    short: 'o',
    value: 'DIR',
    description:
      'Where the files are written, as deep below it as the pages are below --root. Without it one page goes to the standard output.',
  },
  root: {
    value: 'DIR',
    description:
      'What the structure below --out counts from. Default: the folder that was named, where it is the only argument, else the current one.',
  },
  document: { short: 'd', description: 'Writes whole HTML documents instead of the <doc-page> alone.' },
  json: { description: 'Writes page data (JSON) instead of HTML.' },
  markdown: {
    description:
      'Writes the Markdown of each page beside it, blocks of page data as lists and tables; documents link it as their alternative.',
  },
  'llms-txt': { description: 'Writes an llms.txt with an entry for each page into --out.' },
  watch: { short: 'w', description: 'Goes on, and renders again what changes.' },
  base: {
    value: 'URL',
    description:
      'Address of --root, absolute or such as /docs/: relative links and images resolve against it.',
  },
  repo: {
    value: 'REPO',
    description:
      'owner/name, owner/name@ref or the URL of a repository: relative links lead to its files, images load from them.',
  },
  files: {
    value: 'HOW',
    choices: ['auto', 'none'],
    description:
      'Whether what pages show (pictures, video, sound) and offer as downloads (PDF, archives, tables) is copied to its place below --out, so that relative addresses go on leading to it. Hidden files and those outside of --root never are, nor those that --base or --repo lead elsewhere. Default: auto.',
  },
  'keep-links': {
    description:
      'Leaves relative links to pages that are rendered too as they are. By default guide.md becomes guide.html.',
  },
  title: { value: 'TEXT', description: 'Title of the page, instead of its own. For one page only.' },
  'heading-level': { value: 'LEVEL', range: [1, 6], description: 'Level of the title, 1 to 6. Default: 1.' },
  'heading-links': {
    value: 'HOW',
    choices: ['auto', 'none'],
    description: 'Whether headings get permalinks. Default: auto.',
  },
  'repo-links': {
    value: 'HOW',
    choices: ['auto', 'none'],
    description: 'Whether links to repositories become <repo-link>. Default: auto.',
  },
  references: {
    value: 'HOW',
    choices: ['auto', 'none'],
    description:
      'Whether @name, #12 and hashes of commits become links, where --repo or the page names the repository. Default: auto.',
  },
  math: { description: 'Writes formulas as MathML. Needs the package katex.' },
  repos: {
    value: 'FILE',
    description: 'What is known of repositories, as doc-elements repos writes it: cards say it.',
  },
  toc: {
    value: 'HOW',
    choices: ['auto', 'none'],
    description: 'Whether there is a table of contents. Default: auto.',
  },
  allow: {
    value: 'LIST',
    description:
      'What the HTML in the sources may hold beyond the usual: "my-map=lat,lng a=download *=data-id", * for every element.',
  },
  trusted: {
    description: 'The HTML in the sources is not sanitized. Only for pages that nobody else can write.',
  },
  lang: { value: 'TAG', description: 'Language of documents whose page names none. Default: en.' },
  url: {
    value: 'URL',
    description:
      'Address at which --out will be published: gives documents their canonical links, llms.txt absolute ones.',
  },
  'site-name': {
    value: 'TEXT',
    description: 'Name of the site: behind the title of documents, and over llms.txt.',
  },
  image: { value: 'URL', description: 'Absolute address of a picture for cards.' },
  styles: {
    value: 'URL',
    description:
      'Address of the style sheet of documents; a relative one counts from --out. Beside prose.css documents also link the sheets for what they hold, such as callouts.css. The word inline puts the text of these sheets into each document.',
  },
  script: {
    value: 'URL',
    description:
      'Address of the script of documents, such as cdn/doc-elements.js; a relative one counts from --out.',
  },
  assets: {
    description: `Copies style sheet and script of this package into --out/${ASSETS_FOLDER}, and links them from documents.`,
  },
  ...WORK_OPTIONS,
  quiet: { short: 'q', description: 'Shows errors only, and no summary.' },
  ...HELP_OPTION,
} as const satisfies Options;

/** Options that say nothing without another one, or one of others. */
const NEEDS: readonly (readonly [option: string, ...others: string[]])[] = [
  ['llms-txt', 'out'],
  ['markdown', 'out'],
  ['watch', 'out'],
  ['files', 'out'],
  ['assets', 'out'],
  ['assets', 'document'],
  ['styles', 'document'],
  ['script', 'document'],
  ['image', 'document'],
  ['lang', 'document'],
  ['url', 'document', 'llms-txt'],
  ['site-name', 'document', 'llms-txt'],
];

/** Options that contradict each other. */
const EXCLUDES: readonly (readonly [string, string])[] = [
  ['json', 'document'],
  ['json', 'llms-txt'],
  ['assets', 'styles'],
  ['assets', 'script'],
  ['repo', 'base'],
];

/** What the options of a command line ask for. */
export async function readRenderSettings(args: Arguments): Promise<RenderSettings> {
  for (const [option, ...others] of NEEDS)
    if (args.has(option) && !others.some((other) => args.has(other)))
      throw new UsageError(`--${option} needs --${others.join(' or --')}.`);
  for (const [option, other] of EXCLUDES)
    if (args.has(option) && args.has(other))
      throw new UsageError(`--${option} and --${other} exclude each other: choose one.`);
  const out = args.text('out');
  const root = await rootOf(args);
  const repo = args.text('repo');
  const title = args.text('title');
  const base = args.text('base');
  const url = args.text('url');
  if (base !== undefined && !/^(?:https?:\/\/[^/]|\/(?!\/))/i.test(base))
    throw new UsageError(`--base takes an absolute URL or a path that begins with a slash, not “${base}”.`);
  if (url !== undefined && !/^https?:\/\/[^/]/i.test(url))
    throw new UsageError(`--url takes an absolute URL, not “${url}”.`);
  if (repo !== undefined && !/^(?:https?:\/\/[^/]+\/.|[\w.-]+\/[\w.-]+(?:@\S+)?$)/i.test(repo))
    throw new UsageError(
      `--repo takes owner/name, owner/name@ref or the URL of a repository, not “${repo}”.`,
    );
  const allow = args.text('allow');
  const [refused] = allow === undefined ? [] : readAllow(allow).problems;
  if (refused) throw new UsageError(`--allow: ${refused.message}`);
  const level = args.number('heading-level');
  const repos = args.text('repos');
  return {
    kind: 'render',
    files: args.positionals,
    root,
    ...(out !== undefined && { out: resolve(out) }),
    page: {
      ...(repo !== undefined && { repo }),
      ...(title !== undefined && { title }),
      ...(level !== undefined && { headingLevel: level as HeadingLevel }),
      ...(args.text('heading-links') === 'none' && { headingLinks: false }),
      ...(args.text('repo-links') === 'none' && { repoLinks: 'none' as const }),
      ...(args.text('references') === 'none' && { references: 'none' as const }),
      ...(repos !== undefined && { repos: await readRepositories(repos) }),
      ...(args.text('toc') === 'none' && { toc: 'none' as const }),
      ...(allow !== undefined && { allow }),
      slugs: (args.text('slugs') ?? 'github') as SlugDialect,
      trusted: args.has('trusted'),
    },
    ...(args.has('document') && { document: await readDocumentOptions(args) }),
    math: args.has('math'),
    json: args.has('json'),
    markdown: args.has('markdown'),
    copies: out !== undefined && base === undefined && repo === undefined && args.text('files') !== 'none',
    links: !args.has('keep-links'),
    llms: args.has('llms-txt'),
    ...(base !== undefined && { base }),
    ...(url !== undefined && { url }),
    maxBytes: maxBytesOf(args),
  };
}

/** A snapshot with a fault would leave cards empty without a word: the first fault ends the run. */
async function readRepositories(file: string): Promise<RepositorySnapshot> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`--repos ${file}: ${unreadable(error).message}`);
  }
  const { snapshot, problems } = readSnapshot(text);
  const fault = problems.find(({ severity }) => severity === 'error');
  if (!fault) return snapshot;
  const where = fault.place?.path === undefined ? file : `${file} (${fault.place.path})`;
  throw new UsageError(`${where}: ${fault.message}`);
}

async function rootOf(args: Arguments): Promise<string> {
  const given = args.text('root');
  if (given !== undefined) return givenFolder('root', given);
  const names = args.positionals.filter((name) => !name.startsWith('!'));
  const [only = ''] = names;
  return resolve(names.length === 1 && (await isFolder(only)) ? only : '');
}

async function readDocumentOptions(args: Arguments): Promise<NonNullable<RenderSettings['document']>> {
  const lang = args.text('lang');
  const siteName = args.text('site-name');
  const image = args.text('image');
  if (image !== undefined && !/^https?:\/\/[^/]/i.test(image))
    throw new UsageError(`--image takes an absolute URL, not “${image}”.`);
  if (lang !== undefined && !isLanguage(lang))
    throw new UsageError(`--lang takes a language tag such as en or pt-BR, not “${lang}”.`);
  const assets = args.has('assets');
  const script = assets ? `${ASSETS_FOLDER}/doc-elements.js` : args.text('script');
  const styles = assets ? `${ASSETS_FOLDER}/prose.css` : args.text('styles');
  return {
    ...(lang !== undefined && { lang }),
    ...(siteName !== undefined && { siteName }),
    ...(image !== undefined && { image }),
    ...(script !== undefined && { script: { src: script } }),
    ...(styles !== undefined && {
      styles: styles === 'inline' ? { text: await readSheets() } : { href: styles },
    }),
  };
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** The texts of the sheets by their names: which of them a document needs is known when it is rendered. */
async function readSheets(): Promise<Record<string, string>> {
  const folder = join(packageFolder(), 'cdn');
  const read = async (name: string): Promise<[string, string]> => [
    name,
    await readFile(join(folder, `${name}.css`), 'utf8'),
  ];
  return Object.fromEntries(await Promise.all(Object.keys(SHEETS).map(read)));
}
