import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { build } from 'esbuild';
import type * as Server from '../../src/server/server.js';
import { ensureBuilt, install, NOTHING_SKIPPED, ROOT, run } from './install.mjs';
import { inputs } from './runtimes/inputs.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const packages = join(here, 'packages');
const { platform, arch } = process;

/** Where the packages have their programs; each brings one for each platform, and no script has to run for it. */
const programs: Record<string, readonly string[]> = {
  bun: [
    `@oven/bun-${platform === 'win32' ? 'windows' : platform}-${arch === 'arm64' ? 'aarch64' : arch}/bin/bun`,
  ],
  deno: [`@deno/${platform}-${arch}/deno`, `@deno/${platform}-${arch}-glibc/deno`],
  workerd: [
    `@cloudflare/workerd-${platform === 'win32' ? 'windows' : platform}-${arch.replace('x', '')}/bin/workerd`,
  ],
  ...Object.fromEntries(
    ['20', '22', '24'].map((major) => [
      `node ${major}`,
      [`node-${major}-${platform === 'win32' ? 'win' : platform}-${arch}/bin/node`],
    ]),
  ),
};

const findProgram = (name: string): string | undefined =>
  (programs[name] ?? [])
    .flatMap((path) => [path, `${path}.exe`])
    .map((path) => join(packages, 'node_modules', path))
    .find((path) => existsSync(path));

/** One module with the server, everything it imports and the inputs: every runtime gets this very text. */
const bundle = (outfile: string) =>
  build({
    stdin: {
      contents: `
        import { renderDocument, renderPage } from './dist/server/server.js';
        const inputs = ${JSON.stringify(inputs())};
        export const renderAll = () => Promise.all(inputs.map(({ source, options, document }) =>
          document ? renderDocument(source, options) : renderPage(source, options)));`,
      resolveDir: ROOT,
    },
    bundle: true,
    format: 'esm',
    // Neither a browser nor Node: an import of one of Node's modules would fail here.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    outfile,
    logLevel: 'error',
  });

describe('the server in every runtime', function () {
  this.timeout(300_000);
  let folder: string;
  let expected: readonly string[];

  before(async () => {
    await ensureBuilt();
    await install(packages);
    folder = mkdtempSync(join(tmpdir(), 'doc-elements-runtimes-'));
    for (const name of ['print.mjs', 'worker.mjs', 'workerd.capnp'])
      copyFileSync(join(here, 'runtimes', name), join(folder, name));
    await bundle(join(folder, 'bundle.mjs'));
    expected = await renderUnbundled();
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** The package as Node loads it, module by module, in this process. */
  async function renderUnbundled(): Promise<readonly string[]> {
    const server = (await import(`${ROOT}dist/server/server.js`)) as typeof Server;
    return Promise.all(
      inputs().map(({ source, options, document }) =>
        (document ? server.renderDocument : server.renderPage)(source as string, options),
      ),
    );
  }

  /** The runtime's program; where there is none, the test says so and ends. */
  function programOf(context: Mocha.Context, name: string): string {
    const program = findProgram(name);
    if (program) return program;
    const message = `No package has ${name} for ${platform} on ${arch}.`;
    if (NOTHING_SKIPPED) throw new Error(message);
    process.stderr.write(`${message}\n`);
    return context.skip();
  }

  function expectSame(output: readonly string[]): void {
    const differing = inputs().flatMap(({ name }, index) =>
      output[index] === expected[index] ? [] : [name],
    );
    expect(output).to.have.lengthOf(expected.length);
    expect(differing).to.deep.equal([]);
  }

  it('renders something of every input', () => {
    for (const html of expected) expect(html).to.match(/<doc-page[ >][^]*<\/doc-page>/);
  });

  const commands: Record<string, readonly string[]> = {
    'node 20': ['print.mjs'],
    'node 22': ['print.mjs'],
    'node 24': ['print.mjs'],
    bun: ['run', 'print.mjs'],
    deno: ['run', '--no-config', '--no-remote', '--no-npm', 'print.mjs'],
  };
  for (const [name, args] of Object.entries(commands))
    it(`gives the same bytes in ${name}`, async function () {
      const output = await run(programOf(this, name), args, folder, { DENO_NO_UPDATE_CHECK: '1' });
      expectSame(JSON.parse(output) as string[]);
    });

  it('gives the same bytes in workerd', async function () {
    const program = programOf(this, 'workerd');
    const worker = spawn(program, ['serve', 'workerd.capnp', '--control-fd=3'], {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    });
    try {
      const response = await fetch(`http://127.0.0.1:${await portOf(worker)}/`);
      expectSame((await response.json()) as string[]);
    } finally {
      worker.kill();
    }
  });
});

/** workerd tells its port on a pipe when it listens. */
async function portOf(worker: ChildProcess): Promise<number> {
  const ended = once(worker, 'exit').then(([code]) => {
    throw new Error(`workerd ended with ${String(code)}`);
  });
  const [line] = (await Promise.race([once(worker.stdio[3] as Readable, 'data'), ended])) as [Buffer];
  return (JSON.parse(String(line)) as { port: number }).port;
}
