// What all pages of the demo share: the colour scheme switch and the buttons that copy.

const KEY = 'doc-elements-demo:scheme';

/** Shows `scheme` and remembers it where the browser lets us. */
function setScheme(scheme) {
  if (scheme === 'auto') delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = scheme;
  try {
    localStorage.setItem(KEY, scheme);
  } catch {
    // Denied: the choice lasts as long as the page.
  }
}

for (const input of document.querySelectorAll('input[name="scheme"]')) {
  input.checked = input.value === (document.documentElement.dataset.scheme ?? 'auto');
  input.addEventListener('change', () => setScheme(input.value));
}

for (const button of document.querySelectorAll('button[data-copy]')) {
  const label = button.textContent;
  let restore = 0;
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      button.textContent = 'Copied';
    } catch {
      // No clipboard for this page: select the text, so that the reader's own copy command works.
      getSelection().selectAllChildren(source);
      button.textContent = 'Selected';
    }
    clearTimeout(restore);
    restore = setTimeout(() => (button.textContent = label), 2000);
  });
}
