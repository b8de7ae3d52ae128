// The gallery of states: sources that are changed by buttons, and a page that is long.

for (const button of document.querySelectorAll('button[data-reload]')) {
  const page = document.getElementById(button.dataset.reload);
  // The text is thrown away first, so that the placeholder is seen again.
  button.addEventListener('click', () => {
    const fresh = page.cloneNode(false);
    document.getElementById(page.id).replaceWith(fresh);
  });
}

// Several pages in one: each list of contents is named after its page, so that landmarks can be told apart.
document.addEventListener('doc-render', ({ target }) => {
  const list = target.querySelector('doc-toc > nav');
  const title = target.page?.title?.text;
  if (list && title) list.setAttribute('aria-label', `On this page: ${title}`);
});

const failing = document.getElementById('failing-page');
const failures = [...document.querySelectorAll('button[data-src]')];
for (const button of failures) {
  button.addEventListener('click', () => {
    failing.src = button.dataset.src;
    for (const other of failures) other.setAttribute('aria-pressed', String(other === button));
  });
}

const ROMAN = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

function roman(number) {
  let rest = number;
  let text = '';
  for (const [digits, value] of ROMAN) {
    while (rest >= value) {
      text += digits;
      rest -= value;
    }
  }
  return text;
}

const divisors = (number) => Array.from({ length: number }, (_, i) => i + 1).filter((i) => number % i === 0);

/** What there is to say about a number, in Markdown. */
function describe(number) {
  const parts = divisors(number);
  const kind =
    parts.length === 1
      ? 'The unit.'
      : parts.length === 2
        ? '**Prime.**'
        : `Divisible by ${parts.slice(1, -1).join(', ')}.`;
  const root = Math.sqrt(number);
  const square = Number.isInteger(root) && root > 1 ? ` The square of [${root}](#n-${root}).` : '';
  const sum = parts.slice(0, -1).reduce((total, part) => total + part, 0);
  const perfect = sum === number ? ' Perfect: the sum of its parts.' : '';
  return `## N ${number}\n\n${kind}${square}${perfect} In Roman numerals ${roman(number)}, in binary \`${number.toString(2)}\`.\n`;
}

const numbers = Array.from({ length: 400 }, (_, i) => describe(i + 1));
await customElements.whenDefined('doc-page');
document.getElementById('long-page').markdown = `# Numbers\n\n${numbers.join('\n')}`;
