/** Where the names of chosen tabs are kept, the latest first. */
const KEY = 'doc-elements:code-tabs';
const MOST_NAMES = 20;

let names: readonly string[] | undefined;

/** Which of these tabs a reader chose last, here or on an earlier visit; `-1` where none. */
export function rememberedTab(labels: readonly string[]): number {
  names ??= readNames();
  const name = names.find((candidate) => labels.includes(candidate));
  return name === undefined ? -1 : labels.indexOf(name);
}

export function rememberTab(label: string): void {
  names = [label, ...(names ?? readNames()).filter((name) => name !== label)].slice(0, MOST_NAMES);
  try {
    localStorage.setItem(KEY, JSON.stringify(names));
  } catch {
    // Where nothing may be stored, it is remembered as long as the page is.
  }
}

function readNames(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}
