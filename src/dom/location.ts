/** The folder of a URL: all up to its last slash, without query and fragment. */
const folderOf = (url: URL): string => url.origin + url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1);

/**
 * What the relative URLs of a source resolve against: what its author says, else where its text came from.
 * `undefined` where that is the document's own folder, so that relative URLs can stay as they are.
 */
export function resolveBase(
  base: string,
  source: string | undefined,
  { baseURI }: Document,
): string | undefined {
  const given = base || source;
  if (given === undefined || !URL.canParse(given, baseURI)) return undefined;
  const url = new URL(given, baseURI);
  return folderOf(url) === folderOf(new URL(baseURI)) ? undefined : url.href;
}
