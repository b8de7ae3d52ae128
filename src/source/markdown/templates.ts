import { escapeHtml } from '../../model/escape.js';
import type { Json } from '../../model/page.js';
import { mayHaveModuleLines } from './modules.js';
import type { Leftover } from './tokens.js';

/** What a site generator would have replaced: Liquid's tags and outputs, Hugo's shortcodes, comments of Hugo and MDX. */
export interface Template {
  readonly kind: 'tag' | 'output' | 'shortcode' | 'comment';
  /** What stands between the delimiters, trimmed. */
  readonly content: string;
  /** As the author wrote it, with its delimiters. */
  readonly written: string;
}

/** Front matter, which templates know as `page`. */
export type Variables = Readonly<Record<string, Json>>;

/** Text whose templates were resolved. */
export interface ResolvedText {
  readonly text: string;
  readonly leftovers: readonly Leftover[];
}

/** Longer ones are no templates: it bounds the search for the end. */
const MAX_LENGTH = 2000;
const DELIMITERS = [
  ['{{<', '>}}', 'shortcode'],
  ['{{%', '%}}', 'shortcode'],
  ['{{/*', '*/}}', 'comment'],
  ['{{', '}}', 'output'],
  ['{%', '%}', 'tag'],
  ['{/*', '*/}', 'comment'],
] as const;

/** Whether there may be a mark in a text that `readTemplate`, attribute lists or docfx begin with: what it begins may end anywhere. */
export const mayHaveMarks = (text: string): boolean =>
  (text.includes('{') && /\{(?:[{%:]|\/\*| ?[#.])/.test(text)) ||
  text.includes('[!') ||
  text.includes('xref:') ||
  text.includes(':::') ||
  /\[_?toc_?\]/i.test(text);

/** Whether there may be anything of a site generator's in a text: such marks, or lines of MDX. */
export const mayHaveLeftovers = (text: string): boolean => mayHaveMarks(text) || mayHaveModuleLines(text);

/** The template that begins at `at`. */
export function readTemplate(text: string, at: number): Template | undefined {
  if (text[at] !== '{') return undefined;
  for (const [open, close, kind] of DELIMITERS) {
    if (!text.startsWith(open, at)) continue;
    const from = at + open.length;
    const length = text.slice(from, from + MAX_LENGTH).indexOf(close);
    if (length === -1) continue;
    const content = text.slice(from, from + length);
    if (/\n[ \t]*\n/.test(content)) return undefined;
    const written = text.slice(at, from + length + close.length);
    return { kind, content: content.replace(/^-|-$/g, '').trim(), written };
  }
  return undefined;
}

/** Where the template at `at` ends; `at` itself where there is none. */
export const templateEnd = (text: string, at: number): number =>
  at + (readTemplate(text, at)?.written.length ?? 0);

const LITERAL = /^(?:"([^"]*)"|'([^']*)')((?:\s*\|[^]*)?)$/;
const VARIABLE = /^page\.([\w.-]+)((?:\s*\|[^]*)?)$/;
const SITE_ROOT = /^(?:site\.(?:baseurl|url)|\$?\.Site\.BaseURL)$/;
/** Filters that leave a text or a path what it is. Spaces belong to what follows them, so that there is one way to read them. */
const PLAIN_FILTERS =
  /^(?:\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url)|escape|xml_escape|strip|markdownify|smartify))*$/;
const REFERENCE = /^(?:rel)?ref\s+(?:"([^"]*)"|'([^']*)'|(\S+))/;
const POST = /^(?:.*\/)?(\d{4})-(\d\d?)-(\d\d?)-(.+)$/;

/** What a template reads as: a value or path where it is known, nothing where it is an instruction, `undefined` where only the generator knows. */
export function resolveTemplate({ kind, content }: Template, variables: Variables): string | undefined {
  if (kind === 'output') return resolveOutput(content, variables);
  if (kind === 'comment') return '';
  if (kind === 'shortcode') {
    const [, quoted, single, bare] = REFERENCE.exec(content) ?? [];
    const escaped = /^\/\*(.*)\*\/$/s.exec(content)?.[1];
    return escaped === undefined ? (quoted ?? single ?? bare ?? '') : `{{< ${escaped.trim()} >}}`;
  }
  const [name, ...rest] = content.split(/\s+/);
  const path = rest.join(' ').replace(/^(["'])(.*)\1$/, '$2');
  if (name === 'link') return path.startsWith('/') ? path : `/${path}`;
  if (name !== 'post_url') return '';
  const [, year, month, day, title] = POST.exec(path) ?? [];
  return title === undefined ? `/${path}` : `/${year}/${month}/${day}/${title}.html`;
}

function resolveOutput(content: string, variables: Variables): string | undefined {
  const [, double, single, literalFilters = ''] = LITERAL.exec(content) ?? [];
  const literal = double ?? single;
  if (literal !== undefined) return PLAIN_FILTERS.test(literalFilters) ? literal : undefined;
  const [, path, filters = ''] = VARIABLE.exec(content) ?? [];
  return path !== undefined && PLAIN_FILTERS.test(filters) ? lookUp(variables, path) : undefined;
}

function lookUp(variables: Variables, path: string): string | undefined {
  let value: Json | undefined = variables;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    value = Object.hasOwn(value, key) ? (value as Variables)[key] : undefined;
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

export function leftover(template: Template, value: string | undefined): Leftover {
  const effect = value === undefined ? 'kept' : value === '' ? 'hidden' : 'resolved';
  return { code: 'template-leftover', written: template.written, effect };
}

function replaceTemplates(text: string, replace: (template: Template, at: number) => string): string {
  let result = '';
  let last = 0;
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at)) {
    const template = readTemplate(text, at);
    if (!template) {
      at++;
      continue;
    }
    result += text.slice(last, at) + replace(template, at);
    last = at += template.written.length;
  }
  return result + text.slice(last);
}

/** A URL with its templates resolved; the site's own address, at its start, drops out. */
export function resolveUrlTemplates(url: string, variables: Variables): ResolvedText {
  const leftovers: Leftover[] = [];
  const text = replaceTemplates(url, (template) => {
    const isRoot = template.kind === 'output' && SITE_ROOT.test(template.content);
    const value = isRoot ? '' : resolveTemplate(template, variables);
    leftovers.push(isRoot ? { ...leftover(template, ''), effect: 'resolved' } : leftover(template, value));
    return value ?? template.written;
  });
  return { text, leftovers };
}

const COMMENT = /\{%-?\s*comment\s*-?%\}/g;
/** What ends a comment of Liquid. */
export const COMMENT_END = /\{%-?\s*endcomment\s*-?%\}/g;

/** HTML without the comments of Liquid, which `take` takes. */
function withoutComments(html: string, take: (written: string) => void): string {
  let result = '';
  let last = 0;
  for (;;) {
    COMMENT.lastIndex = last;
    const start = COMMENT.exec(html);
    COMMENT_END.lastIndex = COMMENT.lastIndex;
    if (!start || !COMMENT_END.test(html)) return result + html.slice(last);
    result += html.slice(last, start.index);
    last = COMMENT_END.lastIndex;
    take(html.slice(start.index, last));
  }
}

/** The author's HTML with its templates resolved. */
export function resolveHtmlTemplates(html: string, variables: Variables): ResolvedText {
  const leftovers: Leftover[] = [];
  const uncommented = withoutComments(html, (written) => {
    leftovers.push({ code: 'template-leftover', written, effect: 'hidden' });
  });
  const text = replaceTemplates(uncommented, (template) => {
    const isRoot = template.kind === 'output' && SITE_ROOT.test(template.content);
    const value = isRoot ? '' : resolveTemplate(template, variables);
    leftovers.push(leftover(template, value));
    return value === undefined ? template.written : escapeHtml(value);
  });
  return { text, leftovers };
}
