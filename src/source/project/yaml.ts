import type { Problem } from '../../model/problem.js';
import { placeOf, reasonOf, YAML_LIMITS } from '../yaml.js';
import { toEntry, type Entry } from './facts.js';

/** The mapping that a YAML text is; without one the problem is reported. */
export async function parseYaml(text: string, problems: Problem[]): Promise<Entry | undefined> {
  const yaml = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  // Comments only, as in GitHub's own template for funding.
  if (yaml.split('\n').every((line) => /^\s*(?:#|$)/.test(line))) return undefined;
  try {
    const { boolCoreTag, FAILSAFE_SCHEMA, load, nullCoreTag } = await import('js-yaml');
    // Numbers stay text: version 1.10 is not 1.1.
    const schema = FAILSAFE_SCHEMA.withTags(nullCoreTag, boolCoreTag);
    // Of a key that stands twice, the last counts.
    return toEntry(load(yaml, { ...YAML_LIMITS, schema, json: true }), problems);
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
