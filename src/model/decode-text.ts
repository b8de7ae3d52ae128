import type { Problem } from './problem.js';

/** Text and what was wrong with its bytes. */
export interface DecodedText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Bytes as text: a byte order mark decides, then the charset of the content type, then UTF-8. Bytes that mean
 * nothing become U+FFFD and are reported with the line of the first; they lose nothing else of the text.
 */
export function decodeText(bytes: Uint8Array, contentType: string): DecodedText {
  const encoding = markedEncoding(bytes) ?? statedEncoding(contentType) ?? 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    const line = text.slice(0, text.indexOf('\uFFFD')).split(/\r\n?|\n/).length;
    const message = `The file is not valid ${encoding.toUpperCase()}: what could not be read shows as \uFFFD. Save it as UTF-8.`;
    return { text, problems: [{ code: 'text-invalid-utf8', severity: 'warning', message, place: { line } }] };
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

/** The charset of a content type; one that no browser knows counts as not stated. */
function statedEncoding(contentType: string): string | undefined {
  const label = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;"]+))/i.exec(contentType);
  try {
    return label ? new TextDecoder((label[1] ?? label[2] ?? '').trim()).encoding : undefined;
  } catch {
    return undefined;
  }
}
