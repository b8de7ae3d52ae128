import { compilePage } from '../html/page.js';
import type { PageOptions } from '../model/options.js';
import { fromJson } from '../source/data.js';
import type { Rendered } from './rendered.js';

/** Page data, or its JSON text, to compiled parts. Never rejects on bad input: see `problems`. */
export async function renderData(data: unknown, options: PageOptions = {}): Promise<Rendered> {
  const { page, problems } = await Promise.resolve(fromJson(data, options));
  return { page, parts: compilePage(page, options), problems };
}
