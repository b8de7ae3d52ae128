/** Remembers what was found out last, by name; what was not asked for the longest is forgotten first. */
export class Cache<Value> {
  readonly #entries = new Map<string, Promise<Value>>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  get(name: string, find: () => Promise<Value>): Promise<Value> {
    const known = this.#entries.get(name);
    const value = known ?? find();
    this.#entries.delete(name);
    this.#entries.set(name, value);
    if (this.#entries.size > this.#size) {
      const [oldest] = this.#entries.keys();
      if (oldest !== undefined) this.#entries.delete(oldest);
    }
    return value;
  }
}
