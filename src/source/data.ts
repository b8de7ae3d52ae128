import type { PageOptions } from '../model/options.js';
import { makePage, makePageAsync } from './data-page.js';
import type { Extras } from './extras.js';
import type { Collector } from './markdown/options.js';
import type { Parsed } from './markdown.js';
import { readPageData } from './page-data.js';
import type { YamlParser } from './yaml.js';

/**
 * Makes a page of page data: an object, or its JSON text. Never throws on bad input: what is wrong is reported and
 * left out, the rest stays. The data of a section are read like those of a page: its heading is the title.
 *
 * All bodies are one text as far as definitions of links and notes go. `collector` takes what the page refers to;
 * `parseYaml` reads the blocks that bodies hold as YAML, `extras` emoji and references: {@link fromJsonAsync} loads them.
 */
export function fromJson(
  input: unknown,
  options: PageOptions = {},
  collector?: Collector,
  parseYaml?: YamlParser,
  extras?: Extras,
): Parsed {
  return makePage(
    readPageData(input, Object.keys(options.blocks ?? {})),
    options,
    collector,
    parseYaml,
    extras,
  );
}

/** Like {@link fromJson}; what reads YAML is loaded where bodies hold blocks that are written in it. */
export async function fromJsonAsync(
  input: unknown,
  options: PageOptions = {},
  collector?: Collector,
): Promise<Parsed> {
  return makePageAsync(readPageData(input, Object.keys(options.blocks ?? {})), options, collector);
}
