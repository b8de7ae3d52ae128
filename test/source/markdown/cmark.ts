import { spawnSync } from 'node:child_process';

const EXTENSIONS = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist', 'footnotes'];

/** Why GitHub's own parser cannot be asked; `undefined` where it can. */
export const cmarkMissing: string | undefined = spawnSync('cmark-gfm', ['--version']).error
  ? 'The program cmark-gfm is not installed: "apt-get install cmark-gfm" on Debian and Ubuntu, "brew install cmark-gfm" on macOS.'
  : undefined;

/** What GitHub's own parser makes of a text. */
export function cmark(text: string): string {
  const args = ['--unsafe', ...EXTENSIONS.flatMap((extension) => ['-e', extension])];
  const { stdout, status, error } = spawnSync('cmark-gfm', args, { input: text, maxBuffer: 2 ** 28 });
  if (error ?? status !== 0)
    throw new Error(`cmark-gfm failed: ${error?.message ?? `status ${String(status)}`}`);
  return stdout.toString();
}
