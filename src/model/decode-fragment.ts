/** The id that a fragment, without its `#`, names; a `%` that begins no valid escape stands for itself. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
