import type { SlugDialect } from '../../model/options.js';
import type { CheckSettings } from './check-file.js';
import { EXIT, type Command } from './command.js';
import { selectFiles } from './files.js';
import { UsageError, type Arguments } from './options.js';
import { processFiles } from './pool.js';
import { Progress } from './progress.js';
import { countOf, Reporter, type Format } from './report.js';
import {
  FORMAT_OPTION,
  givenFolder,
  HELP_OPTION,
  maxBytesOf,
  threadsOf,
  WORK_OPTIONS,
} from './shared-options.js';
import type { Terminal } from './terminal.js';

export const check: Command = {
  name: 'check',
  usage: '[options] files…',
  summary: 'Finds what is wrong with pages and the links between them.',
  description:
    'Checks Markdown files and page data: front matter, HTML that is never closed, links that are not defined, links and images whose file is missing, fragments (#id) that no heading or element has, in the page and in other pages, ids that stand twice, headings that skip a level, images without text, footnotes, and what a site generator has left behind. Addresses on the web are not asked for.\n\nFiles are names, folders (all .md and .markdown files below them, but for what is hidden and node_modules), or patterns in quotes; !pattern leaves files out.',
  options: {
    ...FORMAT_OPTION,
    'max-warnings': {
      value: 'N',
      range: [0, Infinity],
      description: 'More warnings than this fail the check, as any error does. Default: no limit.',
    },
    root: {
      value: 'DIR',
      description: 'What paths that begin with a slash count from. Default: the current folder.',
    },
    ...WORK_OPTIONS,
    quiet: { short: 'q', description: 'Shows errors only, and no summary.' },
    ...HELP_OPTION,
  },
  examples: [
    ['check README.md docs', 'Check a file and all pages of a folder'],
    ['check docs --max-warnings 0', 'Fail on warnings too'],
    [
      'check "docs/**/*.md" "!docs/old/**" --format github',
      'Annotate a pull request, and leave a folder out',
    ],
  ],
  run,
};

async function run(args: Arguments, { out, err, signal }: Terminal): Promise<number> {
  if (args.positionals.length === 0)
    throw new UsageError('Name the files or folders to check: doc-elements check README.md docs.');
  if (args.positionals.includes('-'))
    throw new UsageError('check reads files, whose links it follows: - is none. Name the file.');
  const quiet = args.has('quiet');
  const settings: CheckSettings = {
    kind: 'check',
    root: await givenFolder('root', args.text('root') ?? '.'),
    slugs: (args.text('slugs') ?? 'github') as SlugDialect,
    maxBytes: maxBytesOf(args),
  };
  const format = (args.text('format') ?? 'pretty') as Format;
  const reporter = new Reporter(format, out, quiet ? 'error' : 'info');
  const progress = new Progress(err, 'Checked', quiet);
  const { list } = await selectFiles(args.positionals);
  for await (const outcome of processFiles(list(), settings, threadsOf(args), signal)) {
    if (outcome.problems.length > 0) await progress.clear();
    await reporter.add(outcome);
    await progress.at(reporter.files, outcome.path);
  }
  await progress.clear();
  await reporter.end();
  const { error, warning } = reporter.counts;
  const tooMany = warning > (args.number('max-warnings') ?? Infinity);
  if (!quiet) {
    const pages = `${countOf(reporter.files, 'file')} in ${progress.seconds} s`;
    const colour = error > 0 || tooMany ? 'red' : warning > 0 ? 'yellow' : 'green';
    const state = signal.aborted ? ' Broken off: the others were not.' : '';
    await err.write(`Checked ${pages}: ${err.style(colour, reporter.summary())}.${state}\n`);
    if (tooMany) await err.write(`More warnings than --max-warnings ${args.text('max-warnings') ?? ''}.\n`);
  }
  return error > 0 || tooMany ? EXIT.problems : EXIT.ok;
}
