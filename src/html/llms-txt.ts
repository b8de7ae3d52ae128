/** A page as `llms.txt` lists it. */
export interface LlmsLink {
  readonly title: string;
  /** Address of the page, or better of its Markdown. */
  readonly url: string;
  /** One sentence. */
  readonly description?: string;
}

/** A list of pages under a heading. */
export interface LlmsSection {
  readonly heading: string;
  readonly links: readonly LlmsLink[];
}

/** What a site says of itself to readers that are programs. */
export interface LlmsIndex {
  /** Name of the project or site. */
  readonly title: string;
  /** Plain text, one or two sentences. */
  readonly summary?: string;
  /** In their order; those without links are left out. A heading `Optional` marks what may be skipped. */
  readonly sections: readonly LlmsSection[];
}

/** The text of an `llms.txt` as llmstxt.org describes it: a title, a summary as a quote, and lists of links under headings. */
export function toLlmsTxt({ title, summary, sections }: LlmsIndex): string {
  const blocks = [
    `# ${inline(title)}`,
    ...(summary === undefined || summary.trim() === '' ? [] : [`> ${inline(summary)}`]),
    ...sections
      .filter(({ links }) => links.length > 0)
      .map(({ heading, links }) => `## ${inline(heading)}\n\n${links.map(formatLink).join('\n')}`),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const formatLink = ({ title, url, description }: LlmsLink): string => {
  const text = inline(title).replace(/[\\[\]]/g, '\\$&');
  const note = description === undefined || description.trim() === '' ? '' : `: ${inline(description)}`;
  return `- [${text}](${encodeUrl(url)})${note}`;
};

/** One line. */
const inline = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** What would end a link's address, encoded. */
const encodeUrl = (url: string): string =>
  url.replace(/[\s()<>\\]/g, (character) =>
    character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character),
  );
