import { DocToc } from '../elements/doc-toc.js';
import { define } from './define.js';

define('doc-toc', DocToc);

declare global {
  interface HTMLElementTagNameMap {
    'doc-toc': DocToc;
  }
}

export { DocToc };
