// Runs before the first paint, so that a chosen colour scheme never flashes. Storage may be denied: then nothing
// is remembered. Bootstrap's pages read their scheme from an attribute of their own.
(() => {
  const root = document.documentElement;
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('doc-elements-demo:scheme') ?? 'auto';
  } catch {
    // Denied.
  }
  if (chosen === 'light' || chosen === 'dark') root.dataset.scheme = chosen;
  if (root.hasAttribute('data-bs-theme')) {
    const dark =
      chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.dataset.bsTheme = dark ? 'dark' : 'light';
  }
})();
