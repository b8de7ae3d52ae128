// The seed's page from three sources, and the tuner. Only the public surface of the elements is used.

const NOTES = {
  markdown: 'A Jekyll page, as it is: front matter, no title heading.',
  json: 'The same page as data, its bodies in Markdown.',
  tags: 'The same page as HTML of your own; ids, permalinks and contents are added.',
};

const specimen = document.getElementById('specimen');
const source = document.getElementById('source');
const note = document.getElementById('form-note');

const tagsTemplate = document.getElementById('tags');
const radios = [...document.querySelectorAll('input[name="form"]')];

const chosenForm = () => radios.find((radio) => radio.checked)?.value;

/** The template's HTML without the indentation it has in this page. */
function tagsSource() {
  const lines = tagsTemplate.innerHTML.replace(/^\n|\s+$/g, '').split('\n');
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}

async function readSource(form) {
  if (form === 'tags') return tagsSource();
  const response = await fetch(form === 'json' ? 'about.json' : 'about.md');
  return response.ok ? response.text() : `The source could not be loaded (${response.status}).`;
}

function createPage(form) {
  if (form === 'tags') return document.importNode(tagsTemplate.content.firstElementChild, true);
  const page = document.createElement('doc-page');
  page.setAttribute('src', form === 'json' ? 'about.json' : 'about.md');
  return page;
}

/** Shows the page from another source, and keeps the height meanwhile, so that nothing below jumps. */
async function showForm(form, { replace }) {
  note.textContent = NOTES[form];
  if (replace) {
    specimen.style.minBlockSize = `${specimen.offsetHeight}px`;
    const page = createPage(form);
    specimen.replaceChildren(page);
    await page.updateComplete;
    specimen.style.minBlockSize = '';
  }
  const text = await readSource(form);
  if (chosenForm() === form) source.textContent = text;
}

const wanted = new URL(location.href).searchParams.get('as');
const initial = wanted !== null && Object.hasOwn(NOTES, wanted) ? wanted : 'markdown';
for (const radio of radios) {
  radio.checked = radio.value === initial;
  radio.addEventListener('change', () => {
    const url = new URL(location.href);
    url.searchParams.set('as', radio.value);
    history.replaceState(history.state, '', url);
    void showForm(radio.value, { replace: true });
  });
}
void showForm(initial, { replace: initial !== 'markdown' });

// ── the tuner ──

const tuner = document.getElementById('tuner');
const tuned = document.getElementById('tuned');
const tunedCss = document.getElementById('tuner-css');

/** The custom properties the form asks for; those left at their default are left out. */
function tunedProperties(values) {
  const width = `${values.get('width')}ch`;
  const space = `${values.get('space')}em`;
  const radius = `${values.get('radius')}em`;
  return [
    ['--doc-accent-color', values.get('accent')],
    ...(values.get('font') ? [['--doc-font-body', values.get('font')]] : []),
    ...(width === '68ch' ? [] : [['--doc-content-width', width]]),
    ...(space === '1em' ? [] : [['--doc-space', space]]),
    ...(radius === '0.5em' ? [] : [['--doc-radius', radius]]),
  ];
}

function applyTuner() {
  const values = new FormData(tuner);
  const properties = tunedProperties(values);
  tuned.removeAttribute('style');
  for (const [name, value] of properties) tuned.style.setProperty(name, value);
  tunedCss.textContent = `:root {\n${properties.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}`;
  tuner.elements['width-value'].value = `${values.get('width')}ch`;
  tuner.elements['space-value'].value = `${values.get('space')}em`;
  tuner.elements['radius-value'].value = `${values.get('radius')}em`;
}

tuner.addEventListener('input', applyTuner);
tuner.addEventListener('submit', (event) => event.preventDefault());
applyTuner();
