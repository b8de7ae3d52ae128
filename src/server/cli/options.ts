import { parseArgs } from 'node:util';
import { nearestWord } from '../../model/nearest-word.js';

/** An option of a command, as it is parsed and as `--help` explains it. */
export interface Option {
  /** One letter. */
  readonly short?: string;
  /** What its value is called in the help, in capitals; an option without one takes no value. */
  readonly value?: string;
  /** One sentence or two, with the default. */
  readonly description: string;
  /** The values it takes; any where absent. */
  readonly choices?: readonly string[];
  /** It takes a whole number, between these two. */
  readonly range?: readonly [number, number];
}

export type Options = Readonly<Record<string, Option>>;

/** A command line that cannot be understood. The message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What stands on a command line, checked against the options there are. */
export class Arguments {
  readonly positionals: readonly string[];
  readonly #values: ReadonlyMap<string, string | true>;

  constructor(positionals: readonly string[], values: ReadonlyMap<string, string | true>) {
    this.positionals = positionals;
    this.#values = values;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  text(name: string): string | undefined {
    const value = this.#values.get(name);
    return value === true ? undefined : value;
  }

  number(name: string): number | undefined {
    const value = this.text(name);
    return value === undefined ? undefined : Number(value);
  }
}

/** Reads a command line; throws a {@link UsageError} where it makes no sense. The last of several equal options counts. */
export function parseArguments(args: readonly string[], options: Options): Arguments {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { short, value }]) => [
        name,
        {
          type: value === undefined ? ('boolean' as const) : ('string' as const),
          ...(short !== undefined && { short }),
        },
      ]),
    ),
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const positionals: string[] = [];
  const values = new Map<string, string | true>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    else if (token.kind === 'option') {
      const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
      if (!option) throw unknownOption(token.rawName, options);
      values.set(token.name, readValue(token.rawName, option, token.value));
    }
  }
  return new Arguments(positionals, values);
}

function unknownOption(rawName: string, options: Options): UsageError {
  const names = Object.keys(options).map((name) => `--${name}`);
  const near = rawName.startsWith('--') ? nearestWord(rawName, names) : undefined;
  const advice = near === undefined ? 'See --help for those there are.' : `Did you mean ${near}?`;
  return new UsageError(`There is no option ${rawName}. ${advice}`);
}

function readValue(name: string, option: Option, value: string | undefined): string | true {
  const { value: called, choices, range } = option;
  if (called === undefined) {
    if (value !== undefined) throw new UsageError(`${name} takes no value: write ${name} alone.`);
    return true;
  }
  if (value === undefined || value === '') throw new UsageError(`${name} needs a value: ${name} ${called}.`);
  if (choices && !choices.includes(value)) {
    const near = nearestWord(value, choices);
    const advice = near === undefined ? `It takes ${choices.join(', ')}.` : `Did you mean ${near}?`;
    throw new UsageError(`${name} does not know “${value}”. ${advice}`);
  }
  if (range && !(/^\d+$/.test(value) && Number(value) >= range[0] && Number(value) <= range[1])) {
    const [min, max] = range;
    const limits = max === Infinity ? `of ${min} or more` : `from ${min} to ${max}`;
    throw new UsageError(`${name} takes a whole number ${limits}, not “${value}”.`);
  }
  return value;
}
