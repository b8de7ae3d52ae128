import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseForges } from '../../model/forge-list.js';
import { hasErrors, type Problem } from '../../model/problem.js';
import { mergeFacts, repositoryKey, type RepositoryFacts } from '../../model/repository-facts.js';
import { readSnapshot } from '../../model/repository-snapshot.js';
import { withoutTrailingSlashes } from '../../model/trailing-slashes.js';
import { collectRepositories, type Repositories } from './collect-repositories.js';
import { EXIT, type Command } from './command.js';
import { ForgeClient } from './fetch-repository.js';
import { selectFiles, shownPath } from './files.js';
import { UsageError, type Arguments } from './options.js';
import { Progress } from './progress.js';
import { readSource } from './read-source.js';
import { countOf, Reporter, type Format } from './report.js';
import { FORMAT_OPTION, HELP_OPTION } from './shared-options.js';
import { unwritable } from './system-error.js';
import type { Terminal } from './terminal.js';
import { writeWhole } from './write-file.js';

export const repos: Command = {
  name: 'repos',
  usage: '[options] files…',
  summary: 'Writes what is known of the repositories that pages link to.',
  description:
    'Asks GitHub, GitLab, Forgejo, Gitea and Bitbucket about every repository that the pages link to, and writes description, language, stars, licence, whether it is archived, where it has moved and its default branch, with the date, to a file that cards read: <doc-page repos="repos.json">. What the file holds already stays where a forge does not answer, and what only people know (continuedIn, sources) stays always.\n\nTokens come from GITHUB_TOKEN, GITLAB_TOKEN and CODEBERG_TOKEN of the environment. They are sent to github.com, gitlab.com and codeberg.org and nowhere else, and never written or shown.',
  options: {
    out: {
      short: 'o',
      value: 'FILE',
      description: 'The file to write; - is the standard output. Default: repos.json.',
    },
    forges: {
      value: 'LIST',
      description: 'Forges on hosts of their own: git.example.org=gitea, with commas between them.',
    },
    'github-api': {
      value: 'URL',
      description: 'Where to ask about repositories on github.com. Default: https://api.github.com.',
    },
    ...FORMAT_OPTION,
    quiet: { short: 'q', description: 'Shows problems only.' },
    ...HELP_OPTION,
  },
  examples: [
    ['repos README.md docs', 'Write repos.json about all that a file and a folder link to'],
    ['repos about.md --out site/repos.json', 'Write to another file'],
  ],
  run,
};

/** Requests on their way at once. */
const AT_ONCE = 4;

async function run(args: Arguments, { out, err, signal }: Terminal): Promise<number> {
  if (args.positionals.length === 0)
    throw new UsageError('Name the files or folders to read: doc-elements repos README.md docs.');
  const api = args.text('github-api');
  const github = api === undefined ? undefined : withoutTrailingSlashes(api);
  if (github !== undefined && !/^https?:\/\/[^/]/.test(github))
    throw new UsageError(`--github-api takes a URL such as https://api.github.com, not “${github}”.`);
  const written = args.text('out') ?? 'repos.json';
  const reporter = new Reporter(
    (args.text('format') ?? 'pretty') as Format,
    written === '-' ? err : out,
    'info',
  );
  const found = await collect(args, reporter, signal);
  const known = written === '-' ? new Map<string, RepositoryFacts>() : await readKnown(written, reporter);
  if (!known) {
    await reporter.end();
    return EXIT.problems;
  }
  const client = new ForgeClient(github === undefined ? {} : { github }, signal);
  const progress = new Progress(err, 'Asked about', args.has('quiet'), 'repositories');
  const problems = await ask(found, known, client, signal, progress);
  await progress.clear();
  if (signal.aborted) {
    await reporter.end();
    const kept = written === '-' ? 'nothing is written' : `${written} stays as it was`;
    await err.write(`Broken off: ${kept}.\n`);
    return EXIT.problems;
  }
  await reporter.add({ path: written, problems });
  const text = formatSnapshot(known);
  if (written === '-') await out.write(text);
  else {
    try {
      writeWhole(resolve(written), text);
    } catch (error) {
      await reporter.add({ path: written, problems: [unwritable(written, error)] });
    }
  }
  await reporter.end();
  const isWhole = reporter.counts.error + reporter.counts.warning === 0;
  if (!args.has('quiet') && reporter.counts.error === 0) {
    const answered = `${found.size - problems.length} of ${countOf(found.size, 'repository').replace('repositorys', 'repositories')}`;
    await err.write(
      `Wrote ${written === '-' ? 'them' : written}: ${err.style(isWhole ? 'green' : 'yellow', answered)}.\n`,
    );
  }
  return isWhole ? EXIT.ok : EXIT.problems;
}

async function collect(args: Arguments, reporter: Reporter, signal: AbortSignal): Promise<Repositories> {
  const found: Repositories = new Map();
  const forges = parseForges(args.text('forges') ?? '');
  const { list } = await selectFiles(args.positionals);
  for await (const { path, problem } of list()) {
    if (signal.aborted) break;
    // Reading leaves signals no turn of their own.
    await nextTurn();
    const problems = problem ? [problem] : await collectRepositories(path, forges, found);
    await reporter.add({ path, problems });
  }
  return found;
}

/** What the file to be written holds already; `undefined` where it cannot be read, so that nothing people wrote is lost. */
async function readKnown(
  path: string,
  reporter: Reporter,
): Promise<Map<string, RepositoryFacts> | undefined> {
  const known = new Map<string, RepositoryFacts>();
  if (!existsSync(path)) return known;
  const source = await readSource(path);
  const read = source.text === undefined ? undefined : readSnapshot(source.text);
  const { problems } = read ?? source;
  await reporter.add({ path: shownPath(resolve(path)), problems });
  if (!read || hasErrors(problems)) return undefined;
  for (const facts of read.snapshot.repositories) known.set(repositoryKey(facts.url), facts);
  return known;
}

/** Asks about all that was found, some at once. Answers are added to what is known; what failed is given back. */
async function ask(
  found: Repositories,
  known: Map<string, RepositoryFacts>,
  client: ForgeClient,
  signal: AbortSignal,
  progress: Progress,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const waiting = [...found];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
      const [key, link] = next;
      const answer = await client.fetch(link);
      const before = known.get(key);
      if ('problem' in answer) problems.push(answer.problem);
      else known.set(key, mergeFacts(answer.facts, before && withoutMove(before)));
      if (!before && 'problem' in answer) known.set(key, { url: link.url });
      await progress.at(++done, link.url);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return problems;
}

/** A forge that answers says whether a repository has moved; what it does not say is over. */
function withoutMove(facts: RepositoryFacts): RepositoryFacts {
  const rest: { -readonly [Name in keyof RepositoryFacts]: RepositoryFacts[Name] } = { ...facts };
  delete rest.movedTo;
  return rest;
}

/** In the order of their addresses, so that a new snapshot differs from the last in what has changed. */
function formatSnapshot(known: ReadonlyMap<string, RepositoryFacts>): string {
  const repositories = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, facts]) => facts);
  return `${JSON.stringify({ repositories }, null, 2)}\n`;
}
