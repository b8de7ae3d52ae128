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

/** The sliders: their property, its unit, and the value at which a theme decides. */
const SLIDERS = {
  scale: ['--doc-scale', '', '1.2'],
  leading: ['--doc-line-height', '', '1.65'],
  width: ['--doc-content-width', 'ch', '68'],
  space: ['--doc-space', 'em', '1'],
  radius: ['--doc-radius', 'em', '0.5'],
};

/** The custom properties the form asks for; those that it leaves to the theme are left out. */
function tunedProperties(values) {
  return [
    ...(values.get('accent') ? [['--doc-accent-color', values.get('accent')]] : []),
    ...(values.get('font') ? [['--doc-font-body', values.get('font')]] : []),
    ...Object.entries(SLIDERS)
      .filter(([name, [, , initial]]) => values.get(name) !== initial)
      .map(([name, [property, unit]]) => [property, `${values.get(name)}${unit}`]),
  ];
}

/** What a visitor copies to have the page look like that on a site of their own. */
function sheetToCopy(theme, properties) {
  const lines = properties.map(([name, value]) => `  ${name}: ${value};\n`);
  return [
    ...(theme && theme !== 'default' ? [`@import 'doc-elements/themes/${theme}.css';\n`] : []),
    lines.length > 0 ? `:root {\n${lines.join('')}}` : theme ? '' : '/* Choose a theme, move a slider. */',
  ].join('\n');
}

function applyTuner() {
  const values = new FormData(tuner);
  const properties = tunedProperties(values);
  tuned.removeAttribute('style');
  for (const [name, value] of properties) tuned.style.setProperty(name, value);
  tunedCss.textContent = sheetToCopy(values.get('theme'), properties);
  for (const [name, [, unit]] of Object.entries(SLIDERS))
    tuner.elements[`${name}-value`].value = `${values.get(name)}${unit}`;
}

tuner.addEventListener('input', applyTuner);
tuner.addEventListener('submit', (event) => event.preventDefault());
applyTuner();
