import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { decodeText } from '../../model/decode-text.js';
import { copyAssets, hasAssets } from './assets.js';
import { findClashes } from './clashes.js';
import { EXIT, type Command } from './command.js';
import { copyFiles } from './copy-files.js';
import { selectFiles, shownPath, type ListedFile, type Selection } from './files.js';
import type { Outcome } from './job.js';
import { writeLlmsTxt, type ListedPage } from './llms.js';
import { UsageError, type Arguments } from './options.js';
import { processFiles, type Files } from './pool.js';
import { Progress } from './progress.js';
import { readSource } from './read-source.js';
import { renderText, type RenderSettings } from './render-file.js';
import { readRenderSettings, RENDER_OPTIONS } from './render-options.js';
import { countOf, Reporter } from './report.js';
import { threadsOf } from './shared-options.js';
import { unwritable } from './system-error.js';
import type { Terminal } from './terminal.js';
import { Watch } from './watch.js';

export const render: Command = {
  name: 'render',
  usage: '[options] files…',
  summary: 'Renders Markdown and page data to HTML that is complete without script.',
  description:
    'Renders pages, as the element <doc-page> with all its content or as whole documents. What is wrong in a page is told with its line, and never keeps the others from being rendered. Each file is written whole: a run that is broken off leaves none half-written. No source is ever overwritten: where an output would be one, or that of another page, nothing is written.\n\nFiles are names, folders (all .md and .markdown files below them, but for what is hidden and node_modules), or patterns in quotes; !pattern leaves files out; .json files are page data. A single - reads a page from the standard input.',
  options: RENDER_OPTIONS,
  examples: [
    ['render README.md > page.html', 'One page to the standard output'],
    ['render docs --out site --document --assets', 'A folder to a site that needs nothing else'],
    [
      'render docs --out site --document --markdown --llms-txt --url https://example.org/',
      'For readers that are programs, too',
    ],
    ['render README.md --repo owner/name', 'Relative links lead to the repository'],
    ['render "docs/**/*.md" "!docs/drafts/**" --out site --watch', 'Some pages, again whenever they change'],
  ],
  run,
};

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const settings = await readRenderSettings(args);
  const { positionals } = args;
  const quiet = args.has('quiet');
  if (positionals.length === 0)
    throw new UsageError(
      'Name the files or folders to render, or - for the standard input: doc-elements render README.md.',
    );
  if (positionals.includes('-') && positionals.length > 1)
    throw new UsageError('- is the standard input, and one page: name it alone.');
  if (settings.out === undefined || positionals[0] === '-') return renderOne(settings, terminal, quiet);

  const selection = await selectFiles(positionals, settings.out);
  const files = await listAll(selection);
  if (settings.page.title !== undefined && files.length > 1)
    throw new UsageError('--title is for one page, and there are several.');
  const clashes = new Set([...findClashes(files, settings).values()].map(({ message }) => message));
  if (clashes.size > 0) throw new UsageError(listOf([...clashes]));
  if (!(await prepare(settings, args, terminal))) return EXIT.problems;
  const watch = args.has('watch') ? new Watch(selection, files, terminal) : undefined;
  const code = await renderAll(files, settings, terminal, {
    threads: threadsOf(args),
    quiet,
    watch,
  });
  await watch?.run({
    pages: async (pages) => {
      const found = findClashes(await listAll(selection), settings);
      const told = pages.map((page) => {
        const problem = found.get(page.path);
        return problem ? { ...page, problem } : page;
      });
      await renderAll(told, { ...settings, llms: false }, terminal, { threads: 1, quiet, watch });
    },
    files: (files) => copyAgain(files, settings, terminal, quiet),
  });
  return watch ? EXIT.ok : code;
}

/** The files, as many as `most`. */
async function listAll({ list }: Selection, most = Infinity): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  for await (const file of list()) if (files.push(file) === most) break;
  return files;
}

/** Messages of one kind that are shown at once: whoever has more has one cause for them. */
const MAX_SHOWN = 10;

const listOf = (messages: readonly string[]): string =>
  [
    ...messages.slice(0, MAX_SHOWN),
    ...(messages.length > MAX_SHOWN ? [`And ${messages.length - MAX_SHOWN} more such files.`] : []),
  ].join('\n');

/** Makes the output folder, so that one that cannot be written is told once. */
async function prepare({ out = '' }: RenderSettings, args: Arguments, { err }: Terminal): Promise<boolean> {
  const wantsAssets = args.has('assets');
  if (wantsAssets && !hasAssets())
    throw new UsageError(
      '--assets has nothing to copy: the folder cdn of doc-elements is missing. Install the package again, or run "npm run build" in a clone.',
    );
  try {
    await mkdir(out, { recursive: true });
    if (wantsAssets) await copyAssets(out);
    return true;
  } catch (error) {
    await err.write(`${err.style('red', 'doc-elements:')} ${unwritable(shownPath(out), error).message}\n`);
    return false;
  }
}

/** Renders one page to the standard output, or the standard input to the output folder. */
async function renderOne(settings: RenderSettings, terminal: Terminal, quiet: boolean): Promise<number> {
  const { out } = terminal;
  const [name = ''] = settings.files;
  const isInput = name === '-';
  if (isInput && settings.out !== undefined)
    throw new UsageError('A page from the standard input goes to the standard output: leave --out away.');
  let path = '<stdin>';
  if (!isInput) {
    const [file, another] = await listAll(await selectFiles(settings.files), 2);
    if (another) throw new UsageError('Several pages need a place to go: --out DIR.');
    path = file?.path ?? name;
    if (file?.problem) return report({ path, problems: [file.problem] }, terminal, quiet);
  }
  const { text, problems } = isInput
    ? decodeText(await buffer(process.stdin), '')
    : await readSource(resolve(path), settings.maxBytes);
  if (text === undefined) return report({ path, problems }, terminal, quiet);
  const file = isInput ? resolve(looksLikeData(text) ? 'page.json' : 'page.md') : resolve(path);
  const rendered = await renderText(text, file, settings);
  await out.write(rendered.text);
  return report({ path, problems: [...problems, ...rendered.problems] }, terminal, quiet);
}

/** Page data has no file name to tell by, on the standard input: it is an object. */
const looksLikeData = (text: string): boolean => /^\ufeff?\s*\{\s*(?:"|\})/.test(text);

async function report(outcome: Outcome, { err }: Terminal, quiet: boolean): Promise<number> {
  const reporter = new Reporter('pretty', err, quiet ? 'error' : 'warning');
  await reporter.add(outcome);
  return reporter.counts.error > 0 ? EXIT.problems : EXIT.ok;
}

/** How many are worked on at once, what is told of them, and who wants to know which files they show. */
interface RunSettings {
  readonly threads: number;
  readonly quiet: boolean;
  readonly watch: Watch | undefined;
}

async function renderAll(
  files: Files,
  settings: RenderSettings,
  { err, signal }: Terminal,
  { threads, quiet, watch }: RunSettings,
): Promise<number> {
  const { out = '' } = settings;
  const reporter = new Reporter('pretty', err, quiet ? 'error' : 'warning');
  const progress = new Progress(err, 'Rendered', quiet);
  const links: ListedPage[] = [];
  let written = 0;
  for await (const outcome of processFiles(files, settings, threads, signal)) {
    if (outcome.problems.length > 0) await progress.clear();
    await reporter.add(outcome);
    if (outcome.written !== undefined) written++;
    if (outcome.link) links.push(outcome.link);
    watch?.note(outcome);
    await progress.at(reporter.files, outcome.path);
  }
  await progress.clear();
  if (settings.llms && !signal.aborted) await addLlmsTxt(out, links, settings, reporter);
  if (!quiet) {
    const { error, warning } = reporter.counts;
    const colour = error > 0 ? 'red' : warning > 0 ? 'yellow' : 'green';
    const what = `${countOf(written, 'page')} to ${shownPath(out)} in ${progress.seconds} s`;
    const state = signal.aborted ? ' Broken off: what was written is whole.' : '';
    await err.write(`Rendered ${what}: ${err.style(colour, reporter.summary())}.${state}\n`);
  }
  return reporter.counts.error > 0 ? EXIT.problems : EXIT.ok;
}

/** Brings files along that have changed while the pages beside them have not. */
async function copyAgain(
  files: readonly string[],
  settings: RenderSettings,
  terminal: Terminal,
  quiet: boolean,
): Promise<void> {
  const { err } = terminal;
  const shown = files.map(shownPath).join(', ');
  const problems = await copyFiles(files, settings);
  if (problems.length > 0) await report({ path: shown, problems }, terminal, quiet);
  else if (!quiet) await err.write(`Copied ${shown} to ${shownPath(settings.out ?? '')}.\n`);
}

async function addLlmsTxt(
  out: string,
  links: readonly ListedPage[],
  { document }: RenderSettings,
  reporter: Reporter,
): Promise<void> {
  try {
    writeLlmsTxt(out, links, document?.siteName);
  } catch (error) {
    await reporter.add({ path: 'llms.txt', problems: [unwritable('llms.txt', error)] });
  }
}
