// Each page beside a source shows that source: the one marked as Markdown, or the only one.

for (const page of document.querySelectorAll('doc-page[data-source]')) {
  const entry = page.closest('.entry');
  page.markdown = (entry.querySelector('pre[data-markdown]') ?? entry.querySelector('pre')).textContent;
}
