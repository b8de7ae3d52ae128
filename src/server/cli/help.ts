import { EXIT, type Command } from './command.js';
import type { Option } from './options.js';
import type { Output } from './terminal.js';

/** Where the explanation of an option begins, in columns. */
const OPTION_COLUMN = 26;
const MAX_COLUMNS = 100;

/** What `doc-elements --help` says. */
export function formatOverview(commands: readonly Command[], output: Output): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 3;
  const lines = commands.map(
    ({ name, summary }) => `  ${output.style('bold', name.padEnd(width))}${summary}`,
  );
  return [
    'Renders and checks the pages of a project: Markdown and page data to HTML that is complete without script.',
    '',
    heading('Usage', output),
    '  doc-elements COMMAND [options] [files…]',
    '',
    heading('Commands', output),
    ...lines,
    '',
    heading('Options', output),
    ...formatOption(
      'help',
      { short: 'h', description: 'Explains the program, or a command: doc-elements render --help.' },
      output,
    ),
    ...formatOption('version', { description: 'Says which version this is.' }, output),
    '',
    ...formatExitCodes(output),
    '',
  ].join('\n');
}

/** What `doc-elements COMMAND --help` says. */
export function formatHelp(command: Command, output: Output): string {
  const { name, usage, description, options, examples } = command;
  return [
    ...description.split('\n').flatMap((line) => wrap(line, 0, output)),
    '',
    heading('Usage', output),
    `  doc-elements ${name} ${usage}`,
    '',
    heading('Options', output),
    ...Object.entries(options).flatMap(([option, details]) => formatOption(option, details, output)),
    '',
    heading('Examples', output),
    ...examples.flatMap(([line, what]) => [
      `  ${output.style('dim', `# ${what}`)}`,
      `  doc-elements ${line}`,
      '',
    ]),
    ...formatExitCodes(output),
    '',
  ].join('\n');
}

const heading = (text: string, output: Output): string => output.style('bold', `${text}:`);

function formatOption(
  name: string,
  { short, value, description, choices }: Option,
  output: Output,
): string[] {
  const names = `  ${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
  const text = choices ? `${description} One of: ${choices.join(', ')}.` : description;
  const [first = '', ...others] = wrap(text, OPTION_COLUMN, output);
  const rest = others.map((line) => ' '.repeat(OPTION_COLUMN) + line);
  return names.length > OPTION_COLUMN - 2
    ? [names, ' '.repeat(OPTION_COLUMN) + first, ...rest]
    : [names.padEnd(OPTION_COLUMN) + first, ...rest];
}

const formatExitCodes = (output: Output): string[] => [
  heading('Exit codes', output),
  `  ${EXIT.ok}    everything is right`,
  `  ${EXIT.problems}    something is wrong with a page or a file; all others were done`,
  `  ${EXIT.usage}    the command line makes no sense; nothing was done`,
  `  ${EXIT.interrupted}  broken off by Ctrl+C (${EXIT.terminated}: by a request to end); no file is half-written`,
];

/** Words in lines that fit behind `indent` columns. */
function wrap(text: string, indent: number, { columns }: Output): string[] {
  const width = Math.max(30, Math.min(columns, MAX_COLUMNS) - indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
