import type { BlockData, BlockKind } from '../src/model/blocks.js';

/** A block of each kind with every field it can have, texts in the form that Markdown is written back in. */
export const SAMPLES: { readonly [Kind in BlockKind]: BlockData<Kind> } = {
  links: {
    kind: 'links',
    links: [
      {
        title: 'Introduction to .NET Core',
        url: 'https://example.org/primer',
        description: 'Read *this* first.',
        source: 'Example Press',
        date: '2015-02-03',
        lang: 'de',
      },
      { title: 'A & B', url: '/relative/path.html?a=1&b=2' },
    ],
  },
  repos: {
    kind: 'repos',
    repos: [
      {
        url: 'https://github.com/dotnet/coreclr',
        title: 'CoreCLR',
        description: 'The "runtime" <of> .NET Core',
        language: 'C++',
        stars: 12345,
        licence: 'MIT',
        archived: true,
        movedTo: 'https://github.com/dotnet/runtime',
        continuedIn: 'https://github.com/dotnet/runtime',
        defaultBranch: 'main',
        fetchedAt: '2026-11-12',
        source: 'https://github.com/dotnet/coreclr',
      },
      { url: 'dotnet/roslyn', archived: false },
    ],
  },
  people: {
    kind: 'people',
    people: [
      {
        name: 'Ada Lovelace',
        url: 'https://example.org/ada',
        role: 'Maintainer',
        status: 'emeritus',
        affiliation: 'Analytical Engines',
        avatar: 'https://example.org/ada.png',
        from: '1842',
        to: '1843-10',
        about: 'Wrote the *Notes*.\n\nAnd a `program`.',
        links: [{ title: 'Fediverse', url: 'https://social.example.org/@ada' }],
      },
      { name: 'Grace Hopper', status: 'active', from: '1952-05-01' },
      { name: '李小龙', to: '1973' },
    ],
  },
  sponsors: {
    kind: 'sponsors',
    sponsors: [
      {
        name: 'Example Corp.',
        url: 'https://example.com',
        tier: 'Gold',
        logo: 'https://example.com/logo.png',
        description: 'Gives **machines**.',
        from: '2020',
        to: '2026',
      },
      { name: 'Somebody' },
    ],
    ways: [{ title: 'Open Collective', url: 'https://opencollective.com/example' }],
  },
  channels: {
    kind: 'channels',
    channels: [
      {
        name: 'Forum',
        url: 'https://forum.example.org',
        type: 'forum',
        description: 'Questions of all kinds.',
      },
      { name: 'Write to us', url: 'mailto:hello@example.org', type: 'mail' },
      { name: 'Elsewhere', url: '/elsewhere' },
    ],
  },
  timeline: {
    kind: 'timeline',
    events: [
      {
        date: '2015-02-03',
        title: 'Open source',
        url: 'https://example.org/news',
        text: 'With a [repository](https://github.com/dotnet/coreclr).',
      },
      { date: '2016', to: '2017-06', title: 'The long year' },
    ],
  },
  licence: {
    kind: 'licence',
    licences: [
      { name: 'MIT License', spdx: 'MIT', url: '/LICENSE', covers: 'Code' },
      { name: 'CC BY 4.0', covers: 'Documentation' },
    ],
    copyright: '2015–2026 The contributors',
    text: 'Do what you like.',
  },
  faq: {
    kind: 'faq',
    questions: [
      { question: 'Is it <fast>?', answer: 'Yes.\n\n- very\n- really', id: 'fast' },
      { question: 'Why?', answer: 'Because.' },
    ],
  },
  stats: {
    kind: 'stats',
    stats: [
      {
        label: 'Downloads a month',
        value: 1234567,
        unit: 'times',
        date: '2026-11-01',
        source: { title: 'npm', url: 'https://www.npmjs.com/package/example' },
      },
      { label: 'Share', value: -0.25, date: '2026', source: { title: 'Survey', url: '/survey' } },
    ],
  },
  governance: {
    kind: 'governance',
    text: 'By lazy consensus.',
    bodies: [
      {
        name: 'Steering committee',
        url: '/steering',
        description: 'Decides what others cannot.',
        members: ['Ada Lovelace', 'Grace Hopper'],
      },
      { name: 'Release team' },
    ],
    documents: [{ title: 'Charter', url: '/charter' }],
  },
  security: {
    kind: 'security',
    contacts: [{ title: 'Report a weakness', url: 'mailto:security@example.org' }],
    policy: '/security-policy',
    encryption: 'https://example.org/key.asc',
    acknowledgments: '/thanks',
    text: 'We answer within **two** days.',
    versions: [
      { version: '2.x', supported: true, until: '2027-01-31' },
      { version: '1.x', supported: false },
    ],
  },
  citing: {
    kind: 'citing',
    title: 'Example: a program',
    authors: [
      { name: 'Lovelace, Ada', orcid: '0000-0002-1825-0097', affiliation: 'Analytical Engines' },
      { name: 'Hopper, Grace' },
    ],
    date: '2026-11-12',
    version: '1.2.0',
    doi: '10.5281/zenodo.1234567',
    url: 'https://example.org/',
    text: 'Cite the paper too.',
    bibtex: '@software{example,\n  title = {Example}\n}',
  },
  releases: {
    kind: 'releases',
    releases: [
      {
        version: '2.0.0-rc.1',
        date: '2026-11-12',
        name: 'Autumn',
        url: 'https://example.org/2.0.0-rc.1',
        prerelease: true,
        supported: '2028-11',
        notes: 'Everything is new.',
      },
      { version: '1.9.3', prerelease: false },
    ],
  },
};

/** Each kind with its sample. */
export const EVERY_SAMPLE: readonly (readonly [kind: BlockKind, block: BlockData])[] = Object.values(
  SAMPLES,
).map((block: BlockData) => [block.kind, block] as const);
