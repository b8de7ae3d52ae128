import type { Token } from 'marked';

/** What the info string of a fence says of a block of data. */
export interface FenceInfo {
  readonly kind: string;
  readonly format: 'yaml' | 'json';
}

/** Fenced code that stands for a block of data. */
export interface Fence extends FenceInfo {
  readonly token: Token;
  /** What stands between the fences. */
  readonly text: string;
  /** Which of the compiler's texts it stands in. */
  readonly textIndex: number;
  /** 1-based line of the opening fence, counted from that of its text. */
  readonly line: number;
}

const INFO = /^(?:(ya?ml|json)\s+)?doc:([a-z][a-z\d-]*)\s*$/i;

/** Reads `yaml doc:people`, `json doc:people` or `doc:people` (which is YAML, of which JSON is a part). */
export function readFenceInfo(info: string): FenceInfo | undefined {
  const [, format, kind] = INFO.exec(info) ?? [];
  if (kind === undefined) return undefined;
  return { kind: kind.toLowerCase(), format: format?.toLowerCase() === 'json' ? 'json' : 'yaml' };
}
