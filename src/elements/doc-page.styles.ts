import { css } from '@lit/reactive-element';

/**
 * The layout of a page. It asks how wide the page is, not the screen. The light DOM's sheet puts the children
 * of a page that is not defined yet in the same places, so that nothing moves when the shadow root comes.
 */
export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  :host([hidden]) {
    display: none;
  }

  .base {
    position: relative;
    display: grid;
    grid-template: 'header' 'toc' 'content' 'footer' / minmax(0, 1fr);
    /* Private names: slotted content inherits them. */
    --_doc-edge: calc((100cqi - var(--_doc-measure, 68ch) - var(--_doc-aside, 0px)) / 2);
    max-inline-size: var(--_doc-measure, 68ch);
    /* Whole pixels, which come out the same however an engine rounds. */
    margin-inline-start: calc(var(--_doc-center, 0) * round(down, max(0px, var(--_doc-edge)), 1px));
  }

  .header {
    grid-area: header;
  }

  .toc {
    grid-area: toc;
  }

  .content {
    grid-area: content;
    min-inline-size: 0;
  }

  .footer {
    grid-area: footer;
  }

  /* The light DOM's sheet sets the two lengths where there is a table of contents: a shadow root cannot ask its
   * host in every engine what children it has. */
  @container (inline-size >= 52em) {
    .base {
      grid-template:
        'header .'
        'content toc'
        'footer toc' / minmax(0, 1fr) var(--_doc-toc, 0px);
      --_doc-aside: calc(var(--_doc-gap, 0px) + var(--_doc-toc, 0px));
      column-gap: var(--_doc-gap, 0px);
      max-inline-size: calc(var(--_doc-measure, 68ch) + var(--_doc-aside));
    }
  }

  /* Nothing stands beside the text on paper. */
  @media print {
    .base {
      grid-template: 'header' 'toc' 'content' 'footer' / minmax(0, 1fr);
    }
  }
`;
