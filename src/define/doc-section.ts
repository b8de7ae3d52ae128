import { DocSection } from '../elements/doc-section.js';
import { define } from './define.js';

define('doc-section', DocSection);

declare global {
  interface HTMLElementTagNameMap {
    'doc-section': DocSection;
  }
}

export { DocSection };
export type { DocErrorEvent, DocLoadEvent, DocProblemEvent, DocRenderEvent } from '../elements/events.js';
