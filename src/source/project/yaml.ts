import type { Problem } from '../../model/problem.js';
import { loadParser, placeOf, reasonOf } from '../yaml.js';
import { toEntry, type Entry } from './facts.js';

/** The mapping that a YAML text is; without one the problem is reported. */
export async function parseYaml(text: string, problems: Problem[]): Promise<Entry | undefined> {
  const yaml = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  // Comments only, as in GitHub's own template for funding.
  if (yaml.split('\n').every((line) => /^\s*(?:#|$)/.test(line))) return undefined;
  try {
    const parse = await loadParser();
    return toEntry(parse(yaml, true), problems);
  } catch (error) {
    const { line, column } = placeOf(error);
    problems.push({
      code: 'data-not-yaml',
      severity: 'error',
      message: `The file is not valid YAML: ${reasonOf(error)}.`,
      ...(line !== undefined && {
        place: { line: line + 1, ...(column !== undefined && { column: column + 1 }) },
      }),
    });
    return undefined;
  }
}
