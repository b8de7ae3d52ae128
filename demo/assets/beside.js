// The README as doc-elements shows it, once more under GitHub's style sheet: the same nodes without what is ours.

const ours = document.getElementById('readme');
const theirs = document.getElementById('github');

/** Gives way to its children. */
const unwrap = (element) => element.replaceWith(...element.childNodes);

function copy() {
  const content = document.createElement('div');
  content.append(...[...ours.childNodes].map((node) => node.cloneNode(true)));
  const chrome = '[data-doc-chrome]:not(.markdown-alert-title)';
  for (const element of content.querySelectorAll(`${chrome}, noscript`)) element.remove();
  for (const tag of content.querySelectorAll('doc-section, repo-link, doc-code, doc-callout')) unwrap(tag);
  // An id is there once only.
  for (const element of content.querySelectorAll('[id]')) element.removeAttribute('id');
  // What is wide scrolls, and nobody looks after it here: the keyboard has to get at it.
  for (const wide of content.querySelectorAll('pre, table')) wide.setAttribute('tabindex', '0');
  theirs.replaceChildren(...content.childNodes);
}

ours.addEventListener('doc-render', copy);
if (ours.page) copy();

// GitHub's sheets follow the system; here they follow what the visitor has chosen.
function followScheme() {
  const chosen = document.documentElement.dataset.scheme;
  for (const link of document.querySelectorAll('link[data-scheme]')) {
    const { scheme } = link.dataset;
    link.media =
      chosen === undefined ? `(prefers-color-scheme: ${scheme})` : chosen === scheme ? 'all' : 'not all';
  }
}
new MutationObserver(followScheme).observe(document.documentElement, { attributeFilter: ['data-scheme'] });
followScheme();
