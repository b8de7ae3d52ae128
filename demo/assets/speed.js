// Charts of a run of the bench. Each is a table whose rows have bars: what is drawn can be read, too.

const OURS = 'doc-elements';
const BASE = 'marked + innerHTML (unsafe)';

/** Numbers as wide as they are exact. */
const short = (value) => {
  if (value === undefined || Number.isNaN(value)) return '–';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
};

const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

/** A name, and what is said of it behind brackets. */
function nameCell(name) {
  const [, plain, note] = /^(.*?)(?: \((.*)\))?$/.exec(name);
  const cell = element('th', { scope: 'row' }, plain);
  if (note) cell.append(' ', element('span', { className: 'speed-note' }, note));
  return cell;
}

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number} value
 * @property {boolean} [ours]
 */

/** A chart: the shortest bar first. @param {{ title: string, text: string, unit: string, rows: Row[] }} chart */
function drawChart({ title, text, unit, rows }) {
  const longest = Math.max(...rows.map(({ value }) => value));
  const body = element('tbody');
  for (const { name, value, ours = name === OURS } of rows.toSorted(
    (one, other) => one.value - other.value,
  )) {
    const bar = element('span', { className: 'speed-bar' });
    bar.style.setProperty('--share', String(value / longest));
    const row = element(
      'tr',
      { className: ours ? 'is-ours' : '' },
      nameCell(name),
      element('td', { className: 'speed-value' }, short(value)),
      element('td', { className: 'speed-track', ariaHidden: 'true' }, bar),
    );
    body.append(row);
  }
  const head = element(
    'thead',
    { className: 'sr-only' },
    element(
      'tr',
      {},
      element('th', { scope: 'col' }, 'Name'),
      element('th', { scope: 'col' }, unit),
      element('td', { ariaHidden: 'true' }),
    ),
  );
  const caption = element(
    'caption',
    {},
    element('strong', {}, title),
    ' ',
    element('span', { className: 'speed-unit' }, unit),
    element('span', { className: 'speed-text' }, text),
  );
  return element('table', { className: 'speed-table' }, caption, head, body);
}

const rowsOf = (list, value) => Object.entries(list).map(([name, each]) => ({ name, value: value(each) }));

/** What each chart shows, from the figures of the run; what it did not measure has none. */
const chartsOf = ({ render, update, stream, bytes, load, server }) =>
  [
    render && {
      title: '200 KB of Markdown, shown',
      unit: 'ms of CPU time',
      text: 'From the text to what is on the screen: parsing, writing it into the document, style, layout, paint.',
      rows: rowsOf(render[200_000], ({ shown }) => shown.median),
    },
    render && {
      title: '200 KB of Markdown, to the DOM',
      unit: 'ms of CPU time',
      text: 'The part before style and layout. What is called unsafe lets scripts of the text run.',
      rows: rowsOf(render[200_000], ({ toDom }) => toDom.median),
    },
    render?.[2_000_000] &&
      update && {
        title: 'One word changed in 2 MB',
        unit: 'ms of CPU time',
        text: 'A whole new text is set: only the section with the word is read and written again. Others begin anew.',
        rows: [
          { name: OURS, value: update[2_000_000].median },
          {
            name: `${BASE.replace(' (unsafe)', '')}, all again`,
            value: render[2_000_000][BASE].shown.median,
          },
        ],
      },
    stream && {
      title: 'A text that arrives in 529 pieces',
      unit: 'ms of CPU time',
      text: '53 KB, laid out after each piece. The last block again is the least a Markdown parser can do.',
      rows: rowsOf(stream, ({ total }) => total.median),
    },
    bytes && {
      title: 'Script',
      unit: 'kB, compressed',
      text: 'What a page loads until its text is there. Prerendered, the text is there before any script.',
      rows: Object.entries(bytes)
        .map(([name, { scriptBytes }]) => ({
          name:
            { prerendered: `${OURS} (prerendered)`, inline: '', src: `${OURS} (renders Markdown)` }[name] ??
            name,
          value: scriptBytes / 1000,
          ours: name === 'prerendered' || name === 'src',
        }))
        .filter(({ name }) => name !== ''),
    },
    load && {
      title: 'First paint over a slow line',
      unit: 'ms',
      text: '300 ms to the server, a quarter of the speed. Static is the same HTML without a script.',
      rows: ['static', 'prerendered', 'inline', 'src', 'docsify'].map((name) => ({
        name:
          {
            inline: `${OURS} (text in the page)`,
            prerendered: `${OURS} (prerendered)`,
            src: `${OURS} (src)`,
          }[name] ?? name,
        value: load[name].fcp,
        ours: name !== 'static' && name !== 'docsify',
      })),
    },
    server && {
      title: 'On a server, a page',
      unit: 'µs',
      text: 'The seed page as HTML, with one core. marked.parse writes no sections, contents or links, and checks nothing.',
      rows: [
        { name: 'marked.parse (unsafe)', value: 1e6 / server.seed.bare },
        { name: OURS, value: 1e6 / server.seed.ours },
      ],
    },
  ].filter(Boolean);

function showGoals(goals) {
  const section = document.getElementById('speed-goals');
  const body = section.querySelector('tbody');
  for (const { name, goal, value, met } of goals) {
    const state = met === undefined ? 'not measured' : met ? 'met' : 'missed';
    const [, number, what] = /^(\d+) (.*)$/.exec(name);
    body.append(
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, element('span', { className: 'speed-number' }, number), ` ${what}`),
        element('td', {}, goal),
        element('td', {}, short(value)),
        element('td', {}, element('span', { className: `speed-state is-${state.replace(' ', '-')}` }, state)),
      ),
    );
  }
  const count = (wanted) => goals.filter(({ met }) => met === wanted).length;
  document.getElementById('speed-verdict').textContent =
    `${count(true)} parts of our goals are met and ${count(false)} missed, as ratios within this run.`;
  section.hidden = false;
}

const said = document.getElementById('speed-run');
try {
  const response = await fetch('/speed.json');
  if (!response.ok) throw new Error(`/speed.json: ${response.status}`);
  const figures = await response.json();
  const when = new Date(figures.when);
  document.getElementById('speed-charts').append(...chartsOf(figures).map((chart) => drawChart(chart)));
  showGoals(figures.goals);
  said.replaceChildren(
    element(
      'time',
      { dateTime: figures.when },
      when.toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' }),
    ),
    ` · ${figures.browser.replace('/', ' ')} · Node ${figures.node.slice(1)} · ${figures.machine}`,
  );
} catch (error) {
  said.textContent = `The figures of the run could not be shown: ${error.message}`;
}
