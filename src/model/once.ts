/**
 * Loads something when it is first asked for. A module that is here already is not imported again, which takes browsers a
 * task each time. What could not be loaded is tried again.
 */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}
