import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { toMarkdown } from '../../html/to-markdown.js';
import { fromJson } from '../../source/data.js';
import { fromProject, PROJECT_FILES } from '../../source/from-project.js';
import type { PageData } from '../../model/page-data.js';
import { EXIT, type Command } from './command.js';
import { shownPath } from './files.js';
import { UsageError, type Arguments } from './options.js';
import { Reporter } from './report.js';
import { HELP_OPTION, isFolder } from './shared-options.js';
import { isMissing, unreadable, unwritable } from './system-error.js';
import type { Output, Terminal } from './terminal.js';
import { endLine, writeWhole } from './write-file.js';

export const init: Command = {
  name: 'init',
  usage: '[options] [folder]',
  summary: 'Writes a first About page from what the files of a repository say.',
  description:
    'Writes about.md into a folder, by default the current one: title, description, source code, people, contact, support, licence and how to cite it, as far as package.json, codemeta.json, CITATION.cff, .all-contributorsrc, CODEOWNERS, .github/FUNDING.yml and LICENSE tell. The rest is yours to write. A file that is there already is never overwritten without --force.',
  options: {
    out: {
      short: 'o',
      value: 'FILE',
      description: 'The file to write; - is the standard output. Default: about.md in the folder.',
    },
    json: { description: 'Writes page data, about.json, instead of Markdown.' },
    force: { short: 'f', description: 'Overwrites a file that is there.' },
    quiet: { short: 'q', description: 'Says nothing but what is wrong.' },
    ...HELP_OPTION,
  },
  examples: [
    ['init', 'Write about.md into the current folder'],
    ['init packages/core --json --out core.json', 'Page data of a package, to another file'],
  ],
  run,
};

/** What stands where only a person knows what to write. */
const BLANK = {
  description: 'Say in one or two sentences what this is, and for whom.',
  body: 'Say what it does, what makes it different, and what it does not do.',
};

async function run(args: Arguments, { out, err }: Terminal): Promise<number> {
  const [folder = '.', ...others] = args.positionals;
  if (others.length > 0) throw new UsageError(`init takes one folder, not ${args.positionals.join(', ')}.`);
  const json = args.has('json');
  const written = args.text('out') ?? join(folder, json ? 'about.json' : 'about.md');
  const target = resolve(written);
  const reporter = new Reporter('pretty', err, 'warning');
  if (!(await isFolder(folder))) throw new UsageError(`There is no folder ${folder}.`);
  if (written !== '-' && !args.has('force') && (await exists(target))) return refuse(shownPath(target), err);

  const texts = await readTexts(folder, reporter);
  const { data: found, problems } = await fromProject(texts);
  for (const { file, ...problem } of problems)
    await reporter.add({
      path: shownPath(join(folder, file)),
      problems: [{ ...problem, severity: 'warning' }],
    });
  const data = completePage(found, basename(resolve(folder)));
  const text = json
    ? `${JSON.stringify(data, null, 2)}\n`
    : endLine(toMarkdown(fromJson(data).page).trimEnd());
  if (written === '-') await out.write(text);
  else {
    try {
      writeWhole(target, text);
    } catch (error) {
      await reporter.add({ path: written, problems: [unwritable(shownPath(target), error)] });
    }
  }
  if (reporter.counts.error > 0) return EXIT.problems;
  if (written !== '-' && !args.has('quiet')) {
    const used = Object.keys(texts).filter(
      (name) => !problems.some(({ file, severity }) => file === name && severity === 'error'),
    );
    const from =
      used.length > 0
        ? `from ${used.join(', ')}`
        : 'with blanks only: no file here says anything of the project';
    await err.write(`Wrote ${shownPath(target)} ${from}. Read it, and fill in what only you know.\n`);
  }
  return EXIT.ok;
}

/** A page with all that it begins with; what no file says its author fills in. */
function completePage(data: PageData, name: string): PageData {
  const {
    title = name,
    description = BLANK.description,
    body = BLANK.description,
    sections = [],
    ...others
  } = data;
  const first = { heading: 'What it is', body: BLANK.body };
  return { title, description, ...others, body, sections: [first, ...sections] };
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function refuse(path: string, err: Output): Promise<number> {
  const sign = err.style('red', 'doc-elements:');
  await err.write(
    `${sign} ${path} is there already. --force overwrites it, --out FILE writes to another file.\n`,
  );
  return EXIT.problems;
}

/** The texts of the files that are there. */
async function readTexts(folder: string, reporter: Reporter): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const file of PROJECT_FILES) {
    try {
      texts[file] = await readFile(join(folder, file), 'utf8');
    } catch (error) {
      const problem = { ...unreadable(error), severity: 'warning' as const };
      if (!isMissing(error)) await reporter.add({ path: shownPath(join(folder, file)), problems: [problem] });
    }
  }
  return texts;
}
