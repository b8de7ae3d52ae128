const TITLE = /^[ \t]*accTitle[ \t]*:[ \t]*(\S.*)$/m;
const DESCRIPTION = /^[ \t]*accDescr[ \t]*(?::[ \t]*(\S.*)|\{([^}]*)\})/m;

/** What the author of a diagram says it shows, in Mermaid's own words for it: its title and description. */
export function describeDiagram(source: string): string | undefined {
  const title = TITLE.exec(source)?.[1]?.trim();
  const [, line, block] = DESCRIPTION.exec(source) ?? [];
  const description = (line ?? block)?.trim().replace(/\s+/g, ' ');
  if (!title || !description) return title || description || undefined;
  return `${title}${/[.!?]$/.test(title) ? '' : '.'} ${description}`;
}
