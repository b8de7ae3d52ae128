import type { Problem } from '../model/problem.js';

/** Types that authors give to scripts of Markdown and of page data, and that are neither of the two that are read. */
const NEAR_TYPE = /\b(?:markdown|md)$|^(?:text\/)?json$/i;

/** What text that stands between the tags has when it is meant as Markdown: a heading, a list, a fence, a link. */
const MARKDOWN = /^[ \t]*(?:#{1,6} |[-*+] |\d+[.)] |```)|\*\*\w|\]\(/m;

/** An element that has sources, and a list of what is wrong with them. */
type Telling = Element & { report(problem: Problem): void };

/**
 * Tells what is meant as a source of an element and is not read as one: a child script of a type that is only nearly
 * right, or Markdown between the tags.
 */
export function tellUnreadSource(element: Telling): void {
  const tag = element.localName;
  const tell = (severity: Problem['severity'], message: string): void =>
    element.report({ code: 'source-unread', severity, message });
  for (const script of element.querySelectorAll<HTMLScriptElement>(':scope > script'))
    if (NEAR_TYPE.test(script.type))
      tell(
        'error',
        `<script type="${script.type}"> in <${tag}> is not read. Its type has to be “text/markdown” or “application/json”.`,
      );
  if (!element.firstElementChild && MARKDOWN.test(element.textContent))
    tell(
      'warning',
      `The text in <${tag}> shows as it is: between the tags stands HTML. Put Markdown into <script type="text/markdown"> there, or into the file that “src” names.`,
    );
}
