/** A stream of text, or of its bytes in UTF-8. */
export type TextStream = ReadableStream<string> | ReadableStream<Uint8Array>;

/** What has come of a stream so far. It is read only while somebody waits for more. */
export class StreamedText {
  text = '';
  done = false;
  #reading: Promise<void> | undefined;
  readonly #reader: ReadableStreamDefaultReader<string | Uint8Array>;
  readonly #decoder = new TextDecoder();

  constructor(stream: TextStream) {
    this.#reader = (stream as ReadableStream<string | Uint8Array>).getReader();
  }

  /** Resolves when there is more, or the end: with all that has come by then, so that a slow reader does not lag. */
  async more(): Promise<void> {
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
