/* eslint-disable @typescript-eslint/unbound-method -- they are put back as they were */

/** How many searches in strings, sets and maps, and how many pieces of text one run takes: time that no machine changes. */
export async function countSteps(run: () => unknown): Promise<number> {
  let steps = 0;
  const { slice, indexOf, startsWith } = String.prototype;
  const { has } = Set.prototype;
  const { get } = Map.prototype;
  String.prototype.slice = function (start?: number, end?: number) {
    steps++;
    return slice.call(this, start, end);
  };
  String.prototype.indexOf = function (text: string, position?: number) {
    steps++;
    return indexOf.call(this, text, position);
  };
  String.prototype.startsWith = function (text: string, position?: number) {
    steps++;
    return startsWith.call(this, text, position);
  };
  Set.prototype.has = function (value: unknown) {
    steps++;
    return has.call(this, value);
  };
  Map.prototype.get = function (key: unknown): unknown {
    steps++;
    return get.call(this, key);
  };
  try {
    await run();
  } finally {
    Object.assign(String.prototype, { slice, indexOf, startsWith });
    Object.assign(Set.prototype, { has });
    Object.assign(Map.prototype, { get });
  }
  return steps;
}
