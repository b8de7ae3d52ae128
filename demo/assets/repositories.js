// Cards in every state; the forge they ask is this demo's own server.

await customElements.whenDefined('repo-link');

const FACTS = {
  'repo-active': {
    description: 'Points north, wherever you are.',
    language: 'Rust',
    stars: 12345,
    licence: 'Apache-2.0',
    archived: false,
    fetchedAt: '2026-11-12',
  },
  'repo-archived': {
    description: 'Measured angles until there were satellites.',
    language: 'C',
    stars: 871,
    licence: 'MIT',
    archived: true,
    continuedIn: 'https://github.com/example/compass',
    fetchedAt: '2026-11-12',
  },
  'repo-moved': { movedTo: 'https://github.com/example/atlas', stars: 64, fetchedAt: '2026-11-12' },
  'repo-authored': { movedTo: 'https://github.com/example/atlas', stars: 64, fetchedAt: '2026-11-12' },
};
for (const [id, facts] of Object.entries(FACTS)) document.getElementById(id).data = facts;

const places = [
  'blob/main/src/needle.rs#L10-L20',
  'tree/main/src',
  'commit/1f2e3d4c5b6a79880123456789abcdef01234567',
  'issues/7',
  'pull/12',
  'discussions/34',
  'releases/tag/v2.0.0',
  'wiki',
];
const forges = [
  'https://github.com/example/compass',
  'https://gitlab.com/example/tools/compass',
  'https://codeberg.org/example/compass',
  'https://bitbucket.org/example/compass',
  'https://git.sr.ht/~example/compass',
];
document.getElementById('repos-prose').markdown = [
  `Forges: ${forges.map((url) => `[${new URL(url).host}](${url})`).join(', ')}.`,
  `Places: ${places.map((place) => `[${place.split('/')[0]}](${forges[0]}/${place})`).join(', ')}.`,
  `An address alone: ${forges[0]}/pull/12`,
].join('\n\n');

/** Adds a card that asks this server. */
function addCard(list, path, text, facts) {
  const item = document.createElement('li');
  const card = document.createElement('repo-link');
  const link = document.createElement('a');
  link.href = `http://${location.host}/${path}`;
  link.textContent = text;
  card.setAttribute('variant', 'card');
  card.forges = `${location.host}=github`;
  card.live = true;
  card.data = facts;
  card.append(link);
  item.append(card);
  list.append(item);
}

const before = { description: 'As the snapshot has it.', stars: 5, fetchedAt: '2020-01-02' };
const asking = document.querySelector('#repos-asking .repo-cards');
addCard(asking, 'demo-forge/n1234', 'Answered', before);
const stress = document.querySelector('#repos-stress .repo-cards');
for (let i = 0; i < 500; i++)
  addCard(stress, `demo-forge/n${i % 100}`, `Card ${i + 1}`, { stars: 5, fetchedAt: '2020-01-02' });

addCard(asking, 'refusing-forge/n9', 'Refused', before);

const count = document.getElementById('repos-count');
const isRequest = ({ name }) => new URL(name).pathname.startsWith('/api/v3/repos/demo-forge/');
new PerformanceObserver((list) => {
  count.textContent = Number(count.textContent) + list.getEntries().filter(isRequest).length;
}).observe({ type: 'resource', buffered: true });
