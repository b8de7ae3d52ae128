import { DocPage } from '../elements/doc-page.js';
import { define } from './define.js';

define('doc-page', DocPage);

declare global {
  interface HTMLElementTagNameMap {
    'doc-page': DocPage;
  }
}

export { DocPage };
export type {
  DocErrorEvent,
  DocLoadEvent,
  DocProblemEvent,
  DocRenderEvent,
  DocSectionChangeEvent,
} from '../elements/events.js';
