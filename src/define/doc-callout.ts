import { DocCallout } from '../elements/doc-callout.js';
import { define } from './define.js';

define('doc-callout', DocCallout);

declare global {
  interface HTMLElementTagNameMap {
    'doc-callout': DocCallout;
  }
}

export { DocCallout };
