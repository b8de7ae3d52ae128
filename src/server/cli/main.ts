import { nearestWord } from '../../model/nearest-word.js';
import { check } from './check.js';
import { EXIT, type Command } from './command.js';
import { formatHelp, formatOverview } from './help.js';
import { init } from './init.js';
import { Arguments, parseArguments, UsageError } from './options.js';
import { packageVersion } from './package.js';
import { render } from './render.js';
import { repos } from './repos.js';
import type { Terminal } from './terminal.js';

const COMMANDS: readonly Command[] = [render, check, init, repos];

const NO_ARGUMENTS = new Arguments([], new Map());

/** Runs a command line, without the program's name. Resolves with the exit code. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...rest] = args;
  try {
    if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
      const named = rest.find((word) => !word.startsWith('-'));
      await terminal.out.write(
        named === undefined || first !== 'help'
          ? formatOverview(COMMANDS, terminal.out)
          : formatHelp(findCommand(named), terminal.out),
      );
      return first === undefined ? EXIT.usage : EXIT.ok;
    }
    if (first === '--version' || first === '-v') {
      await terminal.out.write(`${packageVersion()}\n`);
      return EXIT.ok;
    }
    const command = findCommand(first);
    const parsed = asksForHelp(rest) ? NO_ARGUMENTS : parseArguments(rest, command.options);
    if (parsed !== NO_ARGUMENTS) return await command.run(parsed, terminal);
    await terminal.out.write(formatHelp(command, terminal.out));
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await terminal.err.write(`${terminal.err.style('red', 'doc-elements:')} ${error.message}\n`);
    return EXIT.usage;
  }
}

const asksForHelp = (args: readonly string[]): boolean => {
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  return options.includes('--help') || options.includes('-h');
};

function findCommand(name: string): Command {
  const command = COMMANDS.find((each) => each.name === name);
  if (command) return command;
  if (name.startsWith('-'))
    throw new UsageError(
      `The command comes first: doc-elements ${COMMANDS.map((each) => each.name).join('|')} … ${name}.`,
    );
  const near = nearestWord(
    name,
    COMMANDS.map((each) => each.name),
  );
  const advice =
    near === undefined ? 'See doc-elements --help for those there are.' : `Did you mean ${near}?`;
  throw new UsageError(`There is no command ${name}. ${advice}`);
}
