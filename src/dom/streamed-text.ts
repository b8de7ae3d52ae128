/** A stream of text, or of its bytes in UTF-8. */
export type TextStream = ReadableStream<string> | ReadableStream<Uint8Array>;

/** What has come of a stream so far. It is read only while somebody waits for more. */
export class StreamedText {
  text = '';
  done = false;
  #reading: Promise<void> | undefined;
  readonly #reader: ReadableStreamDefaultReader<string | Uint8Array>;
  readonly #decoder = new TextDecoder();

  constructor(readonly stream: TextStream) {
    this.#reader = (stream as ReadableStream<string | Uint8Array>).getReader();
  }

  /** Has what has come shown, again and again until the end; gives what came of that. Rejects once `signal` has aborted. */
  async follow<T>(signal: AbortSignal, show: (text: string, done: boolean) => Promise<T>): Promise<T> {
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('Overtaken', 'AbortError')));
    });
    aborted.catch(() => undefined);
    for (;;) {
      const { text, done } = this;
      const shown = await show(text, done);
      if (done) return shown;
      await Promise.race([this.#more(), aborted]);
    }
  }

  /** Resolves when there is more, or the end: with all that has come by then, so that a slow reader does not lag. */
  async #more(): Promise<void> {
    await this.#read();
    let over = false;
    const turn = new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
      over = true;
    });
    const isOver = (): boolean => over || this.done;
    while (!isOver()) await Promise.race([this.#read(), turn]);
  }

  /** The rest is not wanted. */
  cancel(): void {
    void this.#reader.cancel().catch(() => undefined);
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readOnce().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readOnce(): Promise<void> {
    const { done, value } = await this.#reader.read();
    this.done = done;
    if (value === undefined) this.text += done ? this.#decoder.decode() : '';
    else this.text += typeof value === 'string' ? value : this.#decoder.decode(value, { stream: true });
  }
}
