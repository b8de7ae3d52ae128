import { DocCode } from '../elements/doc-code.js';
import { define } from './define.js';

define('doc-code', DocCode);

declare global {
  interface HTMLElementTagNameMap {
    'doc-code': DocCode;
  }
}

export { DocCode };
