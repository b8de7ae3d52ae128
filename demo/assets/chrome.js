// What all pages of the demo share: the switches of colour scheme and theme, and the buttons that copy.

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

/** Shows a theme of the library in place of the demo's own, which has no name, and remembers it. */
function setTheme(theme) {
  const root = document.documentElement;
  document.getElementById('theme')?.remove();
  if (theme === '') delete root.dataset.theme;
  else {
    root.dataset.theme = theme;
    const link = document.createElement('link');
    Object.assign(link, { id: 'theme', rel: 'stylesheet', href: `/cdn/themes/${theme}.css` });
    document.head.append(link);
  }
  try {
    localStorage.setItem('doc-elements-demo:theme', theme);
  } catch {
    // Denied.
  }
}

for (const input of document.querySelectorAll('input[name="theme"]')) {
  input.checked = input.value === (document.documentElement.dataset.theme ?? '');
  input.addEventListener('change', () => setTheme(input.value));
}

// The page one is on is in sight, however many there are.
document.querySelector('.demo-nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

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
