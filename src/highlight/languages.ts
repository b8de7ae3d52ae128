import type { LanguageFn } from 'highlight.js';

/** A grammar that is loaded when the first code in its language is painted. */
type Load = () => Promise<{ readonly default: LanguageFn }>;

/** The grammars, by the names highlight.js gives them. */
const GRAMMARS: Readonly<Record<string, Load>> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  clojure: () => import('highlight.js/lib/languages/clojure'),
  cmake: () => import('highlight.js/lib/languages/cmake'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  dart: () => import('highlight.js/lib/languages/dart'),
  diff: () => import('highlight.js/lib/languages/diff'),
  dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
  dos: () => import('highlight.js/lib/languages/dos'),
  elixir: () => import('highlight.js/lib/languages/elixir'),
  erlang: () => import('highlight.js/lib/languages/erlang'),
  fsharp: () => import('highlight.js/lib/languages/fsharp'),
  go: () => import('highlight.js/lib/languages/go'),
  gradle: () => import('highlight.js/lib/languages/gradle'),
  graphql: () => import('highlight.js/lib/languages/graphql'),
  groovy: () => import('highlight.js/lib/languages/groovy'),
  haskell: () => import('highlight.js/lib/languages/haskell'),
  http: () => import('highlight.js/lib/languages/http'),
  ini: () => import('highlight.js/lib/languages/ini'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  julia: () => import('highlight.js/lib/languages/julia'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  latex: () => import('highlight.js/lib/languages/latex'),
  less: () => import('highlight.js/lib/languages/less'),
  lisp: () => import('highlight.js/lib/languages/lisp'),
  lua: () => import('highlight.js/lib/languages/lua'),
  makefile: () => import('highlight.js/lib/languages/makefile'),
  markdown: () => import('highlight.js/lib/languages/markdown'),
  matlab: () => import('highlight.js/lib/languages/matlab'),
  nginx: () => import('highlight.js/lib/languages/nginx'),
  nix: () => import('highlight.js/lib/languages/nix'),
  objectivec: () => import('highlight.js/lib/languages/objectivec'),
  ocaml: () => import('highlight.js/lib/languages/ocaml'),
  perl: () => import('highlight.js/lib/languages/perl'),
  php: () => import('highlight.js/lib/languages/php'),
  powershell: () => import('highlight.js/lib/languages/powershell'),
  properties: () => import('highlight.js/lib/languages/properties'),
  protobuf: () => import('highlight.js/lib/languages/protobuf'),
  python: () => import('highlight.js/lib/languages/python'),
  r: () => import('highlight.js/lib/languages/r'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  scala: () => import('highlight.js/lib/languages/scala'),
  scss: () => import('highlight.js/lib/languages/scss'),
  shell: () => import('highlight.js/lib/languages/shell'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  vbnet: () => import('highlight.js/lib/languages/vbnet'),
  vim: () => import('highlight.js/lib/languages/vim'),
  wasm: () => import('highlight.js/lib/languages/wasm'),
  x86asm: () => import('highlight.js/lib/languages/x86asm'),
  xml: () => import('highlight.js/lib/languages/xml'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
};

/** Other names that authors and GitHub give them. */
const NAMES: Readonly<Record<string, string>> = {
  bash: 'sh zsh',
  c: 'h',
  clojure: 'clj edn',
  cpp: 'c++ cc cxx hpp h++ hh',
  csharp: 'cs c#',
  diff: 'patch',
  dockerfile: 'docker',
  dos: 'bat cmd batch',
  elixir: 'ex exs',
  erlang: 'erl',
  fsharp: 'fs f#',
  go: 'golang',
  graphql: 'gql',
  haskell: 'hs',
  http: 'https',
  ini: 'toml cfg conf editorconfig',
  javascript: 'js mjs cjs jsx node',
  json: 'jsonc json5 webmanifest',
  julia: 'jl',
  kotlin: 'kt kts',
  latex: 'tex',
  lisp: 'elisp',
  makefile: 'make mk',
  markdown: 'md mdx',
  objectivec: 'objc obj-c objective-c',
  ocaml: 'ml',
  perl: 'pl',
  powershell: 'pwsh ps1 ps',
  properties: 'env dotenv',
  protobuf: 'proto',
  python: 'py pyi',
  ruby: 'rb gemfile',
  rust: 'rs',
  scss: 'sass',
  shell: 'console shellsession sh-session',
  sql: 'mysql pgsql postgresql sqlite',
  typescript: 'ts mts cts tsx',
  vbnet: 'vb',
  vim: 'viml',
  wasm: 'wat',
  x86asm: 'asm nasm',
  xml: 'html xhtml svg vue svelte xaml csproj xsl plist rss htm cshtml razor',
  yaml: 'yml',
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([grammar, names]) =>
    names.split(' ').map((name) => [name, grammar] as const),
  ),
);

/** Grammars that parts of a text in another grammar are read with, where `needed` finds such parts. */
const EMBEDDED: Readonly<Record<string, { readonly grammars: readonly string[]; readonly needed: RegExp }>> =
  {
    dockerfile: { grammars: ['bash'], needed: /^\s*RUN/im },
    javascript: { grammars: ['xml'], needed: /<\/|\/>/ },
    markdown: { grammars: ['xml'], needed: /<[a-z]/i },
    php: { grammars: ['xml'], needed: /\?>/ },
    shell: { grammars: ['bash'], needed: /./ },
    typescript: { grammars: ['xml'], needed: /<\/|\/>/ },
    xml: { grammars: ['css', 'javascript'], needed: /<style|<script/i },
  };

/** The grammar for a language as an author names it; `undefined` for one that has none. */
export function grammarOf(language: string): string | undefined {
  const name = language.toLowerCase();
  return BY_NAME.get(name) ?? (Object.hasOwn(GRAMMARS, name) ? name : undefined);
}

/** Loads a grammar and those that `text` needs beside it. One that is there already is not asked for again. */
export async function loadGrammars(
  grammar: string,
  text: string,
  isThere: (grammar: string) => boolean,
): Promise<Record<string, LanguageFn>> {
  const embedded = EMBEDDED[grammar];
  const wanted = [grammar, ...(embedded?.needed.test(text) ? embedded.grammars : [])].filter(
    (name) => !isThere(name),
  );
  const loaded = await Promise.all(wanted.map(async (name) => [name, await GRAMMARS[name]?.()] as const));
  return Object.fromEntries(loaded.flatMap(([name, module]) => (module ? [[name, module.default]] : [])));
}
