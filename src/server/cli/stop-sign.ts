/** Says to all threads that nothing more is begun: a message would come behind all the files that wait in a worker. */
export class StopSign {
  /** What a worker is given to see the sign. */
  readonly memory: SharedArrayBuffer;
  readonly #flags: Int32Array;

  constructor(memory = new SharedArrayBuffer(4)) {
    this.memory = memory;
    this.#flags = new Int32Array(memory);
  }

  get isUp(): boolean {
    return Atomics.load(this.#flags, 0) !== 0;
  }

  readonly raise = (): void => {
    Atomics.store(this.#flags, 0, 1);
  };
}
