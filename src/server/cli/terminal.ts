/** Ways to set off a piece of text. */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
};

export type Style = keyof typeof STYLES;

/** Where a command writes. */
export interface Terminal {
  /** What was asked for. */
  readonly out: Output;
  /** What happens meanwhile, and what is wrong. */
  readonly err: Output;
  /** Aborts when the user ends the run. */
  readonly signal: AbortSignal;
}

/** A stream that a command writes to. */
export class Output {
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly #stream: NodeJS.WriteStream;
  readonly #colours: boolean;

  constructor(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv = process.env) {
    this.#stream = stream;
    this.isTerminal = stream.isTTY;
    this.columns = this.isTerminal ? stream.columns || 80 : 80;
    this.#colours = wantsColours(stream, environment);
  }

  /** Writes text as it is. Resolves when the stream can take more. */
  async write(text: string): Promise<void> {
    if (text === '' || this.#stream.write(text) || this.#stream.destroyed) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.#stream.off('drain', done).off('close', done).off('error', done);
        resolve();
      };
      this.#stream.on('drain', done).on('close', done).on('error', done);
    });
  }

  /** Text in a style, where the stream shows styles. */
  style(style: Style, text: string): string {
    const [on = 0, off = 0] = STYLES[style];
    return this.#colours ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  }
}

/** `NO_COLOR` and `FORCE_COLOR` decide, else whether the stream is a terminal that has colours. */
function wantsColours(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): boolean {
  if (environment['NO_COLOR']) return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stream.isTTY && stream.hasColors();
}
