import type { Problem } from '../../model/problem.js';
import { findJsonPaths } from '../../source/json-path.js';

/** Problems of page data with the lines and columns of their paths in the data's text. */
export function placeInJson(problems: readonly Problem[], text: string): Problem[] {
  const paths = problems.flatMap(({ place }) => place?.path ?? []);
  const places = findJsonPaths(text, paths);
  return problems.map((problem) => {
    const { place } = problem;
    const found = place?.path === undefined ? undefined : places.get(place.path);
    return found ? { ...problem, place: { ...place, ...found } } : problem;
  });
}
