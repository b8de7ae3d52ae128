/** An address or path without the slashes at its end, which mostly mean nothing. */
export const withoutTrailingSlashes = (path: string): string => path.replace(/(?<!\/)\/+$/, '');
