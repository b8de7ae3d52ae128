/**
 * Checks that the package holds what its `exports` promise and nothing that is none of a user's business, and that its
 * command works where it is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What may be published. */
const PUBLISHED = [
  /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^dist\/(?:[\w-]+\/)*[\w.-]+\.(?:js|js\.map|d\.ts|css)$/,
  /^dist\/(?:page\.schema|repos\.schema|custom-elements|web-types|vscode\.html-custom-data)\.json$/,
  /^cdn\/(?:integrity\.json|preload\.html|THIRD-PARTY-LICENSES\.txt)$/,
  /^cdn\/(?:themes\/)?[\w.-]+\.(?:js|js\.map|css)$/,
  /^cdn\/[\w-]{8}\/(?:(?:languages|styles)\/)?[\w.-]+\.(?:js|js\.map)$/,
];

/** What must be. */
const REQUIRED = [
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'cdn/doc-elements.js',
  'cdn/prose.css',
  'cdn/integrity.json',
  'cdn/preload.html',
  'cdn/THIRD-PARTY-LICENSES.txt',
];

/**
 * @typedef {object} Manifest What matters here of package.json.
 * @property {Readonly<Record<string, Target>>} exports
 * @property {Readonly<Record<string, string>>} [bin]
 * @property {string} [customElements]
 * @property {string} [web-types]
 */

/** @typedef {string | { readonly [condition: string]: Target }} Target of an export, by condition */

/** @param {Target} target @returns {string[]} */
const paths = (target) => (typeof target === 'string' ? [target] : Object.values(target).flatMap(paths));

/** @param {string} path of a package's manifest, with `*` for any name */
const pattern = (path) => {
  const escaped = path.replace(/^\.\//, '').replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.+')}$`);
};

/**
 * @param {readonly string[]} files of the package
 * @param {Manifest} manifest
 * @returns {string[]} what is wrong, one sentence each
 */
export function contentProblems(files, manifest) {
  const promised = [
    ...Object.values(manifest.exports).flatMap(paths),
    ...Object.values(manifest.bin ?? {}),
    ...[manifest.customElements, manifest['web-types']].filter((path) => path !== undefined),
    ...REQUIRED,
  ];
  const missing = promised.filter((path) => !files.some((file) => pattern(path).test(file)));
  const unwanted = files.filter((file) => !PUBLISHED.some((allowed) => allowed.test(file)));
  return [
    ...missing.map((path) => `${path} is promised and not in the package.`),
    ...unwanted.map((file) => `${file} is in the package and nobody needs it there.`),
  ];
}

/** @param {string} command @param {readonly string[]} args @param {string} cwd */
const runIn = (command, args, cwd) =>
  spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    // npm's own settings, of the run that this is part of, are about another folder.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))),
  });

/**
 * Installs the package as a user does, with the dependencies that npm has at hand, and runs its command.
 *
 * @param {string} root
 * @returns {string[]} what is wrong, one sentence each
 */
function commandProblems(root) {
  const folder = mkdtempSync(join(tmpdir(), 'doc-elements-package-'));
  try {
    const packed = runIn('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root);
    /** @type {[{ filename: string }]} */
    const [{ filename }] = JSON.parse(packed.stdout);
    writeFileSync(join(folder, 'package.json'), '{"private": true}');
    writeFileSync(join(folder, 'about.md'), '# About\n');
    const options = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--omit=dev'];
    const installed = runIn('npm', ['install', ...options, `./${filename}`], folder);
    if (installed.status !== 0) return [`The package cannot be installed: ${installed.stderr}`];
    const help = runIn('npx', ['--no-install', 'doc-elements', '--help'], folder);
    const render = ['doc-elements', 'render', 'about.md', '--out', 'site', '--document', '--assets'];
    const rendered = runIn('npx', ['--no-install', ...render], folder);
    const files = ['about.html', 'doc-elements/prose.css', 'doc-elements/doc-elements.js'];
    return [
      ...(help.status === 0 && help.stdout.includes('Usage:') ? [] : [`--help fails: ${help.stderr}`]),
      ...(rendered.status === 0 ? [] : [`render fails: ${rendered.stderr}`]),
      ...files
        .filter((file) => !existsSync(join(folder, 'site', file)))
        .map((file) => `render writes no ${file}.`),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  /** @type {[{ files: { path: string }[]; size: number; unpackedSize: number }]} */
  const [{ files, size, unpackedSize }] = JSON.parse(stdout);
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const problems = [
    ...contentProblems(
      files.map(({ path }) => path),
      manifest,
    ),
    ...commandProblems(root),
  ];
  for (const problem of problems) console.error(problem);
  console.log(
    `${String(files.length)} files, ${String(size)} bytes packed, ${String(unpackedSize)} unpacked`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
