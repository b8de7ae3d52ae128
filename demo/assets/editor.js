// The editor: text goes in by the `markdown` property, problems come out by the `problems` property.

const editor = document.getElementById('editor');
const source = document.getElementById('source');
const page = document.getElementById('page');
const example = document.getElementById('example');
const list = document.getElementById('problems');
const none = document.getElementById('problems-none');

/** Puts the caret on a line and brings it into view. */
function goToLine(line) {
  const start = source.value.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0);
  const end = source.value.indexOf('\n', start);
  source.focus();
  source.setSelectionRange(start, end < 0 ? source.value.length : end);
  source.scrollTop = (line - 3) * parseFloat(getComputedStyle(source).lineHeight);
}

function problemItem({ severity, message, place }) {
  const item = document.createElement('li');
  const where = document.createElement(place?.line ? 'button' : 'span');
  where.textContent = place?.line ? `line ${place.line}` : (place?.path ?? 'page');
  if (place?.line) {
    where.type = 'button';
    where.addEventListener('click', () => goToLine(place.line));
  }
  const text = document.createElement('span');
  text.textContent = message;
  text.className = `is-${severity}`;
  item.append(where, text);
  return item;
}

/** Renders the newest text once a frame at most, then lists what is wrong with it. */
let waiting = false;
function update() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(async () => {
    waiting = false;
    page.markdown = source.value;
    await page.updateComplete;
    list.replaceChildren(...page.problems.map(problemItem));
    none.hidden = page.problems.length > 0;
  });
}

async function loadExample() {
  const { value: url } = example;
  const response = await fetch(url);
  if (example.value !== url) return;
  source.value = response.ok
    ? await response.text()
    : `# ${url} is not there\n\nThe server says ${response.status}.\n`;
  // The examples' relative links are relative to the examples.
  page.base = new URL(url, location.href).href;
  source.setSelectionRange(0, 0);
  source.scrollTop = 0;
  update();
}

for (const radio of document.querySelectorAll('input[name="view"]')) {
  radio.addEventListener('change', () => (editor.dataset.view = radio.value));
}

source.addEventListener('input', update);
example.addEventListener('change', loadExample);
await customElements.whenDefined('doc-page');
await loadExample();
