import { labelsFor } from '../model/labels-for.js';
import { makePageAsync } from '../source/data-page.js';
import { readPageData } from '../source/page-data.js';
import { compile, type PipelineOptions, type Rendered, type Shape } from './rendered.js';

/** Page data, or its JSON text, to compiled parts. Never rejects on bad input: see `problems`. */
export async function renderData(
  data: unknown,
  options: PipelineOptions = {},
  shape: Shape = 'page',
): Promise<Rendered> {
  const reading = readPageData(data, Object.keys(options.blocks ?? {}));
  const labels = await labelsFor(reading.data.lang ?? options.lang, options.labels);
  return compile(await makePageAsync(reading, { ...options, labels }), options, shape);
}
