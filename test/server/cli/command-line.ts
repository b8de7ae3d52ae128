import { spawn, type ChildProcess } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const sources = fileURLToPath(new URL('../../../src/', import.meta.url));
const built = fileURLToPath(new URL('../../../.cache/cli/', import.meta.url));

/** The program, compiled file by file: it starts fast, its workers find their file, and its coverage leads back to the sources. */
const PROGRAM = join(built, 'server/cli/doc-elements.js');
buildSync({
  entryPoints: readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(sources, name)),
  outdir: built,
  outbase: sources,
  format: 'esm',
  target: 'node20',
  sourcemap: true,
});

/** What a run said, and how it ended. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** What it reads from its standard input. */
  readonly input?: string | Uint8Array;
  readonly uid?: number;
  readonly env?: NodeJS.ProcessEnv;
  /** Is given the process when it has started. */
  readonly meanwhile?: (child: ChildProcess, said: () => string) => void;
}

/** Runs the command line in a process of its own. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { cwd, input, uid, env, meanwhile } = options;
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', ...env },
    ...(cwd !== undefined && { cwd }),
    ...(uid !== undefined && { uid }),
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined).end(input ?? '');
  meanwhile?.(child, () => out + err);
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve({ code, out, err }));
  });
}

/** A folder that goes when the tests of its block are over. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'doc-elements-cli-')));

  /** Writes files by their path in the folder. */
  write(files: Readonly<Record<string, string | Uint8Array>>): this {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(this.at(name)), { recursive: true });
      writeFileSync(this.at(name), content);
    }
    return this;
  }

  at(name: string): string {
    return join(this.path, name);
  }

  read(name: string): string {
    return readFileSync(this.at(name), 'utf8');
  }

  /** All files below a folder in it, by their path from there. */
  files(name: string): string[] {
    return readdirSync(this.at(name), { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.at(name), join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Folders for one test file. */
export function folders(): (files?: Readonly<Record<string, string | Uint8Array>>) => Folder {
  const made: Folder[] = [];
  after(() => {
    for (const folder of made) folder.remove();
  });
  return (files = {}) => {
    const folder = new Folder().write(files);
    made.push(folder);
    return folder;
  };
}
