import type { PageOptions } from '../model/options.js';
import type { Problem } from '../model/problem.js';
import { readJsonFence, replaceFences, type FenceReading } from './block-fences.js';
import { loadParser, placeOf, reasonOf } from './front-matter-yaml.js';
import type { Compiler } from './markdown/compiler.js';
import type { Fence } from './markdown/fences.js';

/** Makes blocks of the fenced code of a Markdown file, in JSON or YAML. */
export async function readFences(
  compiler: Compiler,
  fences: readonly Fence[],
  options: PageOptions,
  problems: Problem[],
): Promise<void> {
  const readings: (readonly [Fence, FenceReading])[] = [];
  for (const fence of fences) readings.push([fence, await readFence(fence)]);
  replaceFences(compiler, readings, options, problems);
}

async function readFence(fence: Fence): Promise<FenceReading> {
  if (fence.format === 'json' || /^\s*[{[]/.test(fence.text)) {
    const json = readJsonFence(fence);
    if ('value' in json || fence.format === 'json') return json;
  }
  try {
    const parse = await loadParser();
    return { value: parse(fence.text, false) };
  } catch (error) {
    return { message: `it is not valid YAML (${reasonOf(error)}).`, ...placeOf(error) };
  }
}
