/** Elements whose content is text, whatever it looks like. `noscript` is none: pages must hold without scripts. */
export const RAW_TEXT_NAMES = 'script style title textarea xmp iframe noembed noframes plaintext';
export const RAW_TEXT_ELEMENTS: ReadonlySet<string> = new Set(RAW_TEXT_NAMES.split(' '));

const COMMENT_END = /--!?>/g;
const SCRIPT_MARK = /<!--(?=(-?>)?)|-->|<(\/?)script(?=[\t\n\f\r />])/gi;

/** Where the comment ends that begins at `start`, or 0: `<!-->` and `<!--->` are whole comments, `<!--!>` is none. */
export function findCommentEnd(html: string, start: number): number {
  COMMENT_END.lastIndex = start + 2;
  let match = COMMENT_END.exec(html);
  if (match?.[0].length === 4 && match.index < start + 4) match = COMMENT_END.exec(html);
  return match ? COMMENT_END.lastIndex : 0;
}

/** The end of a script's content: the end tag of a script in a comment in it is text. */
function findScriptEnd(html: string, start: number): number {
  let inComment = false;
  let inScript = false;
  SCRIPT_MARK.lastIndex = start;
  for (let mark = SCRIPT_MARK.exec(html); mark; mark = SCRIPT_MARK.exec(html)) {
    const [text, commentEnd, slash] = mark;
    if (slash === undefined) {
      const opens = text === '<!--' && !commentEnd;
      if (opens && inComment) continue;
      inComment = opens;
      inScript = false;
    } else if (!slash) {
      inScript = inComment;
    } else if (inScript) {
      inScript = false;
    } else {
      return mark.index;
    }
  }
  return -1;
}

/** Where the content of the element `name` ends that begins at `start`: before its end tag, or -1 where that is missing. */
export function findRawTextEnd(html: string, start: number, name: string): number {
  if (name === 'plaintext') return html.length;
  if (name === 'script') return findScriptEnd(html, start);
  const endTag = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  endTag.lastIndex = start;
  return endTag.exec(html)?.index ?? -1;
}
