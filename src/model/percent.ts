/** A part of a URL, such as an id without its `#`, percent-decoded; one with a `%` that begins no valid escape stays as it is. */
export function decodePart(part: string): string {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Half of a surrogate pair, which is no character and makes the encoders throw, as U+FFFD. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** Text as one part of a URL, such as a segment of its path. Never throws. */
export const encodePart = (text: string): string => encodeURIComponent(wellFormed(text));

/** A URL as an attribute may hold it: what no URL contains is percent-encoded, what is encoded stays so. Never throws. */
export const encodeUrl = (url: string): string => encodeURI(wellFormed(url)).replaceAll('%25', '%');
