import { CALLOUT_NAMES } from '../../model/callout.js';
import { removeColumns } from './columns.js';

/** A container of a site generator, cut out of a text. */
export interface ContainerSource {
  /** To the byte, without the last line end. */
  readonly raw: string;
  /** `note`, `details`, `code-group` and so on, in lower case. */
  readonly name: string;
  /** Inline Markdown; empty where the author wants none, `undefined` where nothing is said. */
  readonly title: string | undefined;
  readonly isCollapsible: boolean;
  readonly isOpen: boolean;
  readonly text: string;
  /** How many columns of indentation were taken off the text. */
  readonly columns: number;
}

/** Where a container's content ends, and the container. */
interface ContainerEnd {
  readonly content: number;
  readonly end: number;
}

const NAMES = `${CALLOUT_NAMES}|details|code-group`;
const FENCED = new RegExp(String.raw`^ {0,3}(:{3,})[ \t]*(${NAMES})(?![\w:-])([^\n]*)(?:\n|$)`, 'i');
const INDENTED = new RegExp(
  String.raw`^(!!!|\?\?\?\+?)[ \t]+(${CALLOUT_NAMES})((?:[ \t]+[\w-]+)*)(?:[ \t]+"([^"\n]*)")?[ \t]*\n(?=(?:[ \t]*\n)*(?: {4}|\t)[ \t]*[^ \t\n])`,
  'i',
);
/** A tab of MkDocs: its title, and indented text below. */
const TAB = /^===[!+]?[ \t]+(["'])([^\n]*?)\1[ \t]*\n(?=(?:[ \t]*\n)*(?: {4}|\t)[ \t]*[^ \t\n])/;
/** The name of a tab as a container. */
export const TAB_NAME = 'tab';
/** What a paragraph must not take in: `RegExp` source. Letters are of any case, whatever the flags. */
export const CONTAINER_START = anyCase(
  String.raw` {0,3}:{3,}[ \t]*(?:${NAMES})(?![\w:-])|(?:!!!|\?\?\?\+?)[ \t]+(?:${CALLOUT_NAMES})(?![\w-])`,
);
const OPENING = /^ {0,3}(:{3,})[ \t]*[^\s:](?:.*[^:\s]|)[ \t]*$/;
const CLOSING = /^ {0,3}(:{3,})[ \t]*$/;
const FENCE = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/;

function anyCase(source: string): string {
  return source.replace(/(?<!\\)[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** Where each `:::` container of a text ends, by where it begins, found in one pass. One that is not closed is none. */
export function matchContainers(text: string): ReadonlyMap<number, ContainerEnd> {
  const ends = new Map<number, ContainerEnd>();
  const open: { readonly start: number; readonly colons: number }[] = [];
  let fence: string | undefined;
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const line = text.slice(start, end);
    const sign = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (sign?.startsWith(fence) && line.trim() === sign) fence = undefined;
    } else if (sign !== undefined) fence = sign;
    else if (line.includes(':::')) {
      const colons = CLOSING.exec(line)?.[1]?.length;
      const top = open.at(-1);
      if (colons === undefined) {
        const opening = OPENING.exec(line)?.[1]?.length;
        if (opening !== undefined) open.push({ start, colons: opening });
      } else if (top && colons >= top.colons) {
        open.pop();
        ends.set(top.start, { content: start, end });
      }
    }
    start = end + 1;
  }
  return ends;
}

/** The `:::` container that stands in `text` at `at`. `ends` are those of the text. */
export function readFencedContainer(
  text: string,
  at: number,
  ends: ReadonlyMap<number, ContainerEnd>,
): ContainerSource | undefined {
  const end = ends.get(at);
  const match = end && FENCED.exec(text.slice(at, end.content));
  if (!match) return undefined;
  const [opening, , name = '', rest = ''] = match;
  const attributes = /\{([^{}]*)\}[ \t]*$/.exec(rest);
  const written = (attributes ? rest.slice(0, attributes.index) : rest).trim();
  const named = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(attributes?.[1] ?? '');
  const title = named?.[1] ?? named?.[2] ?? named?.[3] ?? /^\[([^]*)\]$/.exec(written)?.[1] ?? written;
  return {
    raw: text.slice(at, end.end),
    name: name.toLowerCase(),
    title: title === '' ? undefined : title,
    isCollapsible: name.toLowerCase() === 'details' || /\bcollapsible\b/.test(attributes?.[1] ?? ''),
    isOpen: /\bopen\b/.test(attributes?.[1] ?? ''),
    text: text.slice(at + opening.length, end.content),
    columns: 0,
  };
}

/** Whether there may be a container in a text that {@link readIndentedContainer} reads. */
export const mayHaveIndentedContainers = (text: string): boolean =>
  /^(?:!!!|\?\?\?|===[!+]?[ \t])/m.test(text);

/** What the first line of a container of MkDocs says. */
function readOpening(
  src: string,
): Pick<ContainerSource, 'name' | 'title' | 'isCollapsible' | 'isOpen' | 'raw'> | undefined {
  const tab = TAB.exec(src);
  if (tab) return { raw: tab[0], name: TAB_NAME, title: tab[2], isCollapsible: false, isOpen: false };
  const [raw, sign = '', name = '', , title] = INDENTED.exec(src) ?? [];
  if (raw === undefined) return undefined;
  return {
    raw,
    name: name.toLowerCase(),
    title,
    isCollapsible: sign.startsWith('?'),
    isOpen: sign.endsWith('+'),
  };
}

/** The container of MkDocs that `src` begins with: a line with its kind or the title of a tab, and indented text below. */
export function readIndentedContainer(src: string): ContainerSource | undefined {
  const opening = readOpening(src);
  if (!opening) return undefined;
  const lines: string[] = [];
  let end = opening.raw.length;
  for (let start = end; start < src.length;) {
    const next = src.indexOf('\n', start);
    const line = src.slice(start, next === -1 ? src.length : next);
    const isBlank = line.trim() === '';
    if (!isBlank && !/^(?: {4}| {0,3}\t)/.test(line)) break;
    lines.push(removeColumns(line, 4, 0));
    start += line.length + 1;
    if (!isBlank) end = start - 1;
  }
  return {
    ...opening,
    raw: src.slice(0, end),
    text: lines.join('\n').trimEnd(),
    columns: 4,
  };
}
