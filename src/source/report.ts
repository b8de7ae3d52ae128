import type { Section } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import type { Body } from './markdown/sections.js';

/** Adds what is noteworthy about the structure of a body. */
export function reportBody(body: Body, namedTitle: string | undefined, problems: Problem[]): void {
  for (const name of body.unclosed)
    problems.push({
      code: 'html-unclosed',
      severity: 'warning',
      message: `<${name}> is never closed: everything after it is inside it. Add </${name}> where it should end.`,
    });
  const [first] = body.sections;
  if (namedTitle !== undefined && !body.title && first?.heading.level === 1)
    problems.push({
      code: 'title-differs',
      severity: 'info',
      message:
        `The front matter names the page “${namedTitle}”, its first heading “${first.heading.text}”: ` +
        'the former is the title, the latter opens a section. Make them the same to have one of them.',
      ...placeOf(first),
    });
  reportLevels(body.sections, 1, problems);
}

/** A heading that is more than one level below the one above it: a reader of headings misses something there. */
function reportLevels(sections: readonly Section[], parent: number, problems: Problem[]): void {
  for (const section of sections) {
    const { level, text } = section.heading;
    if (level > parent + 1)
      problems.push({
        code: 'heading-level-skipped',
        severity: 'info',
        message: `“${text}” is a heading of level ${level} under one of level ${parent}: use level ${parent + 1}.`,
        ...placeOf(section),
      });
    if (text === '')
      problems.push({
        code: 'heading-empty',
        severity: 'warning',
        message: 'A heading has no text: give it some, or remove it.',
        ...placeOf(section),
      });
    reportLevels(section.sections, level, problems);
  }
}

const placeOf = ({ heading }: Section): Pick<Problem, 'place'> =>
  heading.line === undefined ? {} : { place: { line: heading.line } };
