import type { PageOptions } from '../model/options.js';
import { fromJson } from '../source/data.js';
import { compile, type Rendered, type Shape } from './rendered.js';

/** Page data, or its JSON text, to compiled parts. Never rejects on bad input: see `problems`. */
export const renderData = async (
  data: unknown,
  options: PageOptions = {},
  shape: Shape = 'page',
): Promise<Rendered> => compile(fromJson(data, options), options, shape);
