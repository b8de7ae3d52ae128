import { realpathSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Problem } from '../../model/problem.js';
import { isInside, shownPath, type ListedFile } from './files.js';
import { outputPath, withExtension, type Folders } from './outputs.js';
import type { RenderSettings } from './render-file.js';

/** What of the settings says which files are written. */
type Outputs = Pick<RenderSettings, 'root' | 'out' | 'json' | 'markdown' | 'llms'>;

/**
 * Pages whose outputs would take each other's place or that of a source, by their paths as listed. Which of two files
 * stays must be no matter of which was written last, and nothing that people wrote is ever replaced.
 */
export function findClashes(files: readonly ListedFile[], settings: Outputs): ReadonlyMap<string, Problem> {
  const { out, json, markdown, llms } = settings;
  const clashes = new Map<string, Problem>();
  if (out === undefined) return clashes;
  const real = { root: realPath(settings.root), out: realPath(out) };
  const pages = files.flatMap(({ path, problem }) =>
    problem ? [] : [{ path, file: realPlace(resolve(path), settings, real) }],
  );
  const sources = new Map(pages.map(({ path, file }) => [file, path]));
  const taken = new Map<string, string>();
  for (const { path, file } of pages) {
    const target = outputPath(file, real, json ? '.json' : '.html');
    // Where it would go is not known: the page itself is told.
    if (target === undefined) continue;
    const copy = markdown ? withExtension(target, '.md') : undefined;
    const other = taken.get(target);
    const source = sources.get(target);
    const shown = shownPath(join(out, relative(real.out, target)));
    if (other !== undefined) {
      const problem = clash(
        `${other} and ${path} would both be written to ${shown}. Rename one of them, or leave one out: "!${path}".`,
      );
      clashes.set(other, problem).set(path, problem);
    } else if (source !== undefined) {
      const what = source === path ? `${path} itself` : `${source}, which is a source as well`;
      clashes.set(path, clash(`The output of ${path} would overwrite ${what}. Choose another --out.`));
    } else if (copy !== undefined && copy !== file && isInside(real.root, real.out)) {
      clashes.set(
        path,
        clash(
          `The Markdown of ${path} would go to ${shownPath(join(out, relative(real.out, copy)))}, among your own files. Choose an --out that the pages are not in.`,
        ),
      );
    }
    taken.set(target, path);
  }
  const list = llms ? sources.get(join(real.out, 'llms.txt')) : undefined;
  if (list !== undefined)
    clashes.set(list, clash(`--llms-txt would overwrite ${list}, which is a source. Choose another --out.`));
  return clashes;
}

const clash = (message: string): Problem => ({ code: 'file-unwritable', severity: 'error', message });

/** A path without symbolic links, as far as there is something. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** A page where its folder really is; a page that is a link is a source of its own. */
const realPlace = (file: string, { root }: Folders, real: Folders): string =>
  isInside(file, root) ? join(real.root, relative(root, file)) : file;
