/**
 * Waits for work that a page can do without. Where its code does not come, as offline, the page goes on without it; the
 * browser has told the console. Any other failure is a fault of ours, and stays one.
 */
export const optional = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error: unknown) => {
    // In the words of every engine it is a module that does not come.
    if (!String(error).includes('module')) throw error;
    return undefined;
  });
