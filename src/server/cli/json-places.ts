import type { Problem } from '../../model/problem.js';
import { findJsonPath } from '../../source/json-path.js';

/** A problem of page data with the line and column of its path in the data's text. */
export function placeInJson(problem: Problem, text: string): Problem {
  const path = problem.place?.path;
  if (path === undefined) return problem;
  const found = findJsonPath(text, path);
  return found ? { ...problem, place: { ...problem.place, ...found } } : problem;
}
