import type { Problem } from '../../model/problem.js';
import type { Outcome } from './job.js';
import type { Output, Style } from './terminal.js';

export const FORMATS = ['pretty', 'json', 'github'] as const;

/** `pretty` for people, `json` for programs, `github` for annotations of a pull request. */
export type Format = (typeof FORMATS)[number];

type Severity = Problem['severity'];

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

const COLOURS: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' };

/** GitHub's words for severities. */
const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Writes problems as they come, and counts them. */
export class Reporter {
  readonly #format: Format;
  readonly #output: Output;
  readonly #least: Severity;
  readonly counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  /** How many files were worked on, and how many of them have problems. */
  files = 0;
  filesWithProblems = 0;
  #written = 0;

  /** What is less severe than `least` is counted and not shown. */
  constructor(format: Format, output: Output, least: Severity = 'info') {
    this.#format = format;
    this.#output = output;
    this.#least = least;
  }

  async add({ path, problems }: Outcome): Promise<void> {
    this.files++;
    for (const { severity } of problems) this.counts[severity]++;
    const shown = problems.filter(({ severity }) => RANK[severity] >= RANK[this.#least]);
    if (problems.length > 0) this.filesWithProblems++;
    if (shown.length > 0) await this.#output.write(this.#formatFile(path, shown));
    this.#written += shown.length;
  }

  /** Ends the report. */
  async end(): Promise<void> {
    if (this.#format !== 'json') return;
    const { error, warning, info } = this.counts;
    const begin = this.#written === 0 ? '{"problems":[' : '\n';
    const sums = { files: this.files, errors: error, warnings: warning, infos: info };
    await this.#output.write(`${begin}],${JSON.stringify(sums).slice(1)}\n`);
  }

  /** `2 errors, 1 warning`. */
  summary(): string {
    const { error, warning } = this.counts;
    const parts = [
      ...(error > 0 ? [countOf(error, 'error')] : []),
      ...(warning > 0 ? [countOf(warning, 'warning')] : []),
    ];
    return parts.length > 0 ? parts.join(', ') : 'no errors, no warnings';
  }

  #formatFile(path: string, problems: readonly Problem[]): string {
    if (this.#format === 'pretty') return this.#pretty(path, problems);
    const lines = problems.map((problem, index) =>
      this.#format === 'github' ? `${annotation(path, problem)}\n` : this.#json(path, problem, index),
    );
    return lines.join('');
  }

  #json(path: string, { code, severity, message, place }: Problem, index: number): string {
    const begin = this.#written + index === 0 ? '{"problems":[\n' : ',\n';
    return begin + JSON.stringify({ file: path, ...place, severity, code, message });
  }

  #pretty(path: string, problems: readonly Problem[]): string {
    const output = this.#output;
    const places = problems.map(({ place }) => placeOf(place));
    const width = Math.max(...places.map((place) => place.length));
    const lines = problems.map(({ severity, message, code }, index) => {
      const place = output.style('dim', (places[index] ?? '').padStart(width));
      const colour = output.style(COLOURS[severity], severity.padEnd(7));
      return `  ${place}  ${colour}  ${message}  ${output.style('dim', code)}\n`;
    });
    return `${output.style('bold', path)}\n${lines.join('')}\n`;
  }
}

export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `line:column`, so that editors and terminals make a link of it. */
function placeOf(place: Problem['place']): string {
  if (place?.line === undefined) return place?.path ?? '';
  return place.column === undefined ? `${place.line}` : `${place.line}:${place.column}`;
}

/** A workflow command of GitHub Actions. */
function annotation(path: string, { code, severity, message, place }: Problem): string {
  const properties = [
    `file=${escapeProperty(path)}`,
    ...(place?.line === undefined ? [] : [`line=${place.line}`]),
    ...(place?.column === undefined ? [] : [`col=${place.column}`]),
    `title=${escapeProperty(code)}`,
  ];
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(message)}`;
}

const escapeData = (text: string): string =>
  text.replace(
    /[%\r\n]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
