import { css } from '@lit/reactive-element';

/**
 * A list beside the text where the page is wide, a row that opens where it is narrow. The row is as high as the
 * label that the light DOM's sheet draws before the definition.
 */
export const styles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  [part='toggle'] {
    display: none;
  }

  @container (inline-size < 52em) {
    [part='toggle'] {
      position: relative;
      display: block;
      box-sizing: border-box;
      inline-size: 100%;
      margin: 0;
      padding: 0.75em 2.5em 0.75em 1.15em;
      border: 0;
      border-radius: var(--doc-radius, 0.5em);
      background: none;
      color: inherit;
      font: inherit;
      font-size: 0.875em;
      font-weight: 600;
      line-height: 1.45;
      text-align: start;
      cursor: pointer;
    }

    [part='toggle']::after {
      content: '';
      position: absolute;
      inset-block-start: calc(50% - 0.35em);
      inset-inline-end: 1.3em;
      inline-size: 0.45em;
      block-size: 0.45em;
      border: solid currentColor;
      border-width: 0 1.5px 1.5px 0;
      rotate: 45deg;
    }

    :host([open]) [part='toggle']::after {
      inset-block-start: calc(50% - 0.1em);
      rotate: 225deg;
    }

    [part='toggle']:focus-visible {
      outline: 2px solid var(--doc-accent-color, Highlight);
      outline-offset: -2px;
    }

    :host(:not([open])) [part='list'] {
      display: none;
    }
  }

  @media print {
    [part='toggle'] {
      display: none;
    }

    :host(:not([open])) [part='list'] {
      display: block;
    }
  }
`;
