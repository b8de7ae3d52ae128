/** A site of plain files; without this the page is rendered once, too, and served by Next. */
export default { output: 'export', trailingSlash: true };
