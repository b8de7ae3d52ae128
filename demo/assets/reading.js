// Pages to be read: each shows the Markdown beside it, and what can be changed about it is changed by what is public.
import './features.js';

await customElements.whenDefined('doc-page');

// ── links ──

const links = document.getElementById('links-page');

links.addEventListener('doc-render', () => {
  const ids = [...links.querySelectorAll('h3[id]')].map(({ id }) => `#${id}`);
  document.getElementById('links-ids').value = ids.join(', ');
});

links.addEventListener('doc-problem', ({ problems }) => {
  document.getElementById('links-problems').value =
    problems.map(({ message }) => message).join(' ') || 'none';
});

for (const radio of document.querySelectorAll('input[name="slugs"]'))
  radio.addEventListener('change', () => (links.slugs = radio.value));

// ── languages ──

const language = document.getElementById('lang');
const languageSource = document.getElementById('lang-source');

function showLanguage() {
  languageSource.textContent = languageSource.textContent.replace(/^lang: .*$/m, `lang: ${language.value}`);
  document.getElementById('lang-page').markdown = languageSource.textContent;
}

language.addEventListener('change', showLanguage);
showLanguage();

// ── a text that grows ──

const start = document.getElementById('stream-start');
const state = document.getElementById('stream-state');
const streamed = document.getElementById('stream-page');
const text = document.getElementById('stream-source').textContent;

/** A few letters at a time, as an answer comes. */
async function write() {
  start.disabled = true;
  state.textContent = 'Writing…';
  streamed.style.setProperty('--whole', `${streamed.offsetHeight}px`);
  streamed.markdown = '';
  for (const [piece] of text.matchAll(/[^]{1,4}/gu)) {
    streamed.appendMarkdown(piece);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  streamed.appendMarkdown('', true);
  await streamed.updateComplete;
  start.disabled = false;
  state.textContent = 'All of it is here.';
}

start.addEventListener('click', write);

document.getElementById('print').addEventListener('click', () => print());
