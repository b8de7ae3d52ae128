import type { PageOptions } from '../model/options.js';
import type { Problem } from '../model/problem.js';
import { readFence, replaceFences, type FenceReading } from './block-fences.js';
import type { Compiler } from './markdown/compiler.js';
import type { Fence } from './markdown/fences.js';
import { loadParser } from './yaml.js';

/** Makes blocks of the fenced code of a Markdown file, in JSON or YAML. */
export async function readFences(
  compiler: Compiler,
  fences: readonly Fence[],
  options: PageOptions,
  problems: Problem[],
): Promise<void> {
  const readings: (readonly [Fence, FenceReading])[] = [];
  for (const fence of fences) readings.push([fence, await readAny(fence)]);
  replaceFences(compiler, readings, options, problems);
}

async function readAny(fence: Fence): Promise<FenceReading> {
  const reading = readFence(fence, undefined);
  if (reading) return reading;
  try {
    const parser = await loadParser();
    return readFence(fence, parser) ?? NO_PARSER;
  } catch {
    return NO_PARSER;
  }
}

const NO_PARSER: FenceReading = { message: 'what reads YAML could not be loaded. JSON needs nothing.' };
