import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { joinParts } from '../../src/html/join.js';
import { renderData } from '../../src/pipeline/data.js';
import { renderMarkdown } from '../../src/pipeline/markdown.js';
import { renderPage } from '../../src/server/page.js';
import { fc } from '../property.js';
import { countSteps } from './count-steps.js';
import { randomData, randomMarkdown, randomUnit, randomWords } from './random-pages.js';

/** What every page must keep; whatever does not throws, with the page in the message. */
export interface FuzzProperty {
  readonly name: string;
  readonly property: fc.IAsyncProperty<[unknown]>;
  /** How many runs of the others one of it takes. */
  readonly cost: number;
}

const FORBIDDEN_TAGS = new Set(
  'script style base meta link iframe frame frameset object embed applet form select textarea dialog template map area marquee math foreignobject svg'.split(
    ' ',
  ),
);
const FORBIDDEN_ATTRIBUTES =
  /^(?:on.*|style|part|is|srcdoc|form.*|http-equiv|autofocus|contenteditable|popover.*|command.*|accesskey|background|ping|autoplay|live|trusted|data)$/;
const URL_ATTRIBUTES = new Set(['href', 'src', 'poster', 'cite', 'action', 'xlink:href']);
const SAFE_URL = /^(?:https?|mailto|tel|sms|ftp|ircs?|news|xmpp|matrix):$/;

function isSafe(value: string, tag: string): boolean {
  const base = 'https://host.example/';
  if (!URL.canParse(value, base)) return true;
  const { protocol, href } = new URL(value, base);
  return SAFE_URL.test(protocol) || (tag === 'img' && /^data:image\/(?:png|gif|jpeg|webp|avif)/.test(href));
}

/** What is left in HTML that could do harm, as far as it shows without a browser. */
export function residuesOf(html: string): string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node) {
      const { tagName, attrs } = node;
      if (FORBIDDEN_TAGS.has(tagName.toLowerCase())) found.push(`<${tagName}>`);
      for (const { name, value } of attrs) {
        if (FORBIDDEN_ATTRIBUTES.test(name)) found.push(`<${tagName} ${name}>`);
        if (URL_ATTRIBUTES.has(name) && !isSafe(value, tagName))
          found.push(`<${tagName} ${name}="${value}">`);
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  const { childNodes } = parse(`<!doctype html><body>${html}`);
  childNodes.forEach(visit);
  return found;
}

function textOf(html: string): string {
  let text = '';
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('value' in node) text += node.value;
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return text;
}

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const MAX_GROWTH = 20;

/** What a page has beside its text: a few tags. */
const FRAME = 3000;

async function checkPage(html: string, length: number): Promise<void> {
  check(html.length <= MAX_GROWTH * length + FRAME, `${html.length} characters of ${length}`);
  const residues = residuesOf(html);
  check(residues.length === 0, `left: ${residues.join(', ')}`);
  check(!('polluted' in {}), 'a polluted prototype');
  return Promise.resolve();
}

/** The steps of one text and of one three times as long. HTML looks at the levels around it, up to a limit: growth shows beyond. */
async function growthOf(unit: string): Promise<[before: number, after: number, growth: number]> {
  const text = (size: number): string => unit.repeat(Math.ceil(size / unit.length));
  const [small, large] = [text(25_000), text(75_000)];
  await renderMarkdown(small);
  const before = await countSteps(() => renderMarkdown(small));
  const after = await countSteps(() => renderMarkdown(large));
  return [before, after, large.length / small.length];
}

export const FUZZ_PROPERTIES: readonly FuzzProperty[] = [
  {
    name: 'Markdown becomes a safe page of some size',
    cost: 1,
    property: fc.asyncProperty(randomMarkdown, async (text) => {
      const { parts } = await renderMarkdown(text);
      check(joinParts(parts).length <= MAX_GROWTH * text.length + FRAME, 'more than twenty times its size');
      await checkPage(await renderPage(text), text.length);
    }),
  },
  {
    name: 'data becomes a safe page of some size',
    cost: 2,
    property: fc.asyncProperty(randomData, async (text) => {
      await renderData(text);
      await checkPage(await renderPage(text, { format: 'json' }), text.length);
    }),
  },
  {
    name: 'no word is lost',
    cost: 1,
    property: fc.asyncProperty(randomWords, async ({ text, words }) => {
      const shown = textOf(await renderPage(text));
      const lost = words.filter((word) => !shown.includes(word));
      check(lost.length === 0, `lost: ${lost.join(' ')}`);
    }),
  },
  {
    name: 'a text three times as long takes three times the steps',
    cost: 20,
    property: fc.asyncProperty(randomUnit, async (unit) => {
      const [before, after, growth] = await growthOf(unit);
      check(after <= 2 * growth * before + 20_000, `${before} steps, then ${after}`);
    }),
  },
];
