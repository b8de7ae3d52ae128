import type { PageOptions } from '../model/options.js';
import type { Json, Page, Title } from '../model/page.js';
import type { Parsed } from './markdown.js';
import { readFence, replaceFences } from './block-fences.js';
import { DataBuilder } from './data-builder.js';
import { textsOf as dataTexts } from './data-texts.js';
import { Compiler, type IdentifiedContent } from './markdown/compiler.js';
import type { Collector } from './markdown/options.js';
import type { PageDataReading } from './page-data.js';
import { pageFields, plainTitle, textOf } from './page-fields.js';
import { loadExtras, type Extras } from './extras.js';
import { HTML_READER } from './html/reader.js';
import type { YamlParser } from './yaml.js';

/** Keys of page data that the page has fields for. */
const KNOWN_KEYS = new Set(['title', 'heading', 'body', 'blocks', 'sections']);

/** Makes a page of page data that have been checked. What reads YAML is given where bodies may hold some. */
export function makePage(
  { data, problems: dataProblems }: PageDataReading,
  options: PageOptions,
  collector?: Collector,
  parseYaml?: YamlParser,
  extras?: Extras,
): Parsed {
  const problems = [...dataProblems];
  const named = textOf(data.heading);
  const pieces = dataTexts(data, named);
  const texts = pieces.map(({ text }) => text);
  const paths = pieces.map(({ path }) => path);
  const { labels } = options;
  const context = {
    labels,
    collector,
    emoji: extras?.emoji,
    linkReferences: extras?.linkReferences,
    html: HTML_READER,
  };
  const compiler = new Compiler(texts, options, context, problems);
  const fences = compiler.fences();
  replaceFences(
    compiler,
    fences.map((fence) => [fence, readFence(fence, parseYaml) ?? NEEDS_YAML]),
    options,
    problems,
    ({ textIndex }) => paths[textIndex] ?? '',
  );
  const titleLevel = options.headingLevel ?? 1;
  const builder = new DataBuilder(compiler, titleLevel);
  const heading = named === undefined ? undefined : builder.heading('heading');
  const body = builder.body(data.blocks, titleLevel, '');
  const sections = [...body.sections, ...builder.sections(data.sections ?? [], 2, titleLevel, 'sections')];
  const title = titleOf(options.title ?? textOf(data.title), heading);
  const page: Page = {
    ...(title ? { title } : {}),
    ...pageFields(data as Readonly<Record<string, Json>>),
    meta: Object.fromEntries(Object.entries(data).filter(([key]) => !KNOWN_KEYS.has(key))) as Page['meta'],
    preamble: [],
    lead: body.lead,
    sections,
    footnotes: compiler.footnotes(),
  };
  return { page, problems };
}

/** Like {@link makePage}; what reads YAML, and what else the texts need, is loaded where it is needed. */
export async function makePageAsync(
  reading: PageDataReading,
  options: PageOptions = {},
  collector?: Collector,
): Promise<Parsed> {
  const { data } = reading;
  const texts = dataTexts(data, textOf(data.heading)).map(({ text }) => text);
  const { repo } = data as Readonly<Record<string, Json>>;
  const extras = await loadExtras(texts.join('\n'), options, repo);
  return makePage(reading, options, collector, await loadYaml(texts), extras);
}

/** A given title is plain text; without one the heading is the title, as that of a section. */
function titleOf(given: string | undefined, heading: IdentifiedContent | undefined): Title | undefined {
  if (given !== undefined) return given === '' ? undefined : plainTitle(given);
  return heading && { ...heading, inContent: false };
}

const NEEDS_YAML = {
  message: 'it is YAML, which “fromJsonAsync” reads. Write JSON, or put it into “blocks”.',
};

const YAML_FENCE = /(?:`{3}|~{3})[ \t]*(?:ya?ml[ \t]+)?doc:[a-z]/i;

/** What reads YAML, where bodies hold some. */
async function loadYaml(texts: readonly string[]): Promise<YamlParser | undefined> {
  if (!texts.some((text) => YAML_FENCE.test(text))) return undefined;
  const { loadParser } = await import('./yaml.js');
  return loadParser().catch(() => undefined);
}
