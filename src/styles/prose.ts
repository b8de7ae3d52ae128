import text from './prose.css';

/** The light-DOM style sheet, for pages whose host did not link it. Constructed, so that no policy on inline styles applies. */
export function createProseSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
