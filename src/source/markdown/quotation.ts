/** Longer quotations are cut: a message stays one line. */
const MAX_QUOTE = 60;

/** A piece of source as a message shows it. */
export const quote = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE - 1)}…` : line;
};
