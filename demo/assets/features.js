// Each page beside a source shows that source.

for (const page of document.querySelectorAll('doc-page[data-source]')) {
  const source = page.closest('.entry').querySelector('pre');
  page.markdown = source.textContent;
}
