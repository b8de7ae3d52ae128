// The catalogue: each block as data, and rendered by a section of its own. Only the public surface of the elements is used.

const catalogue = document.getElementById('catalogue');

function create(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function createEntry({ title, note, block }) {
  const id = `block-${block.kind}`;
  const heading = create('h2', { className: 'demo-heading', id }, title);
  const pre = create('pre', { tabIndex: 0, ariaLabel: `Data of the block “${block.kind}”` });
  pre.setAttribute('role', 'region');
  pre.textContent = JSON.stringify(block, null, 2);
  const section = document.createElement('doc-section');
  section.data = block;
  const entry = create(
    'section',
    { className: 'entry' },
    heading,
    create('p', { className: 'demo-text' }, note),
    create(
      'div',
      { className: 'entry-grid' },
      create('div', { className: 'demo-code entry-data' }, pre),
      create('div', { className: 'demo-sheet entry-page' }, section),
    ),
  );
  entry.setAttribute('aria-labelledby', id);
  return entry;
}

const response = await fetch('/catalogue.json');
if (response.ok) {
  const { entries } = await response.json();
  catalogue.replaceChildren(...entries.map(createEntry));
} else {
  catalogue.textContent = `The data could not be loaded (${response.status}).`;
}
