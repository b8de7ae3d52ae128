/** Prerendering: Markdown or page data to HTML that is complete without script. Needs neither a DOM nor Node. */
export {
  prerenderDocument,
  renderDocument,
  type DocumentOptions,
  type PrerenderedDocument,
} from './document.js';
export { prerender, renderPage, type PageSource, type PrerenderedPage, type RenderOptions } from './page.js';
export { toLlmsTxt, type LlmsIndex, type LlmsLink, type LlmsSection } from '../html/llms-txt.js';
