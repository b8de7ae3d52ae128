// Runs before the first paint, so that a chosen colour scheme or theme never flashes. Storage may be denied: then
// nothing is remembered. Bootstrap's pages read their scheme from an attribute of their own.
(() => {
  const root = document.documentElement;
  let chosen = 'auto';
  let theme = '';
  try {
    chosen = localStorage.getItem('doc-elements-demo:scheme') ?? 'auto';
    theme = localStorage.getItem('doc-elements-demo:theme') ?? '';
  } catch {
    // Denied.
  }
  if (['default', 'github', 'high-contrast'].includes(theme)) {
    root.dataset.theme = theme;
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.id = 'theme';
    link.href = `/cdn/themes/${theme}.css`;
    document.head.append(link);
  }
  if (chosen === 'light' || chosen === 'dark') root.dataset.scheme = chosen;
  if (root.hasAttribute('data-bs-theme')) {
    const dark =
      chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.dataset.bsTheme = dark ? 'dark' : 'light';
  }
})();
