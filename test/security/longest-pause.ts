/** The longest time in milliseconds for which the page answered nobody while `run` ran: scripts, layout and painting. */
export async function longestPause(run: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const { port1, port2 } = new MessageChannel();
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  // A message of our own comes as soon as the page has time, whatever else there is to do.
  port1.onmessage = () => {
    look();
    port2.postMessage(0);
  };
  port2.postMessage(0);
  try {
    await run();
  } finally {
    look();
    port1.close();
  }
  return longest;
}
