import { css } from '@lit/reactive-element';

/** The title; the box is the light DOM sheet's, so that it is the same before the definition. */
export const styles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  [part='title'] {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 1.4em;
    margin: 0 0 0.35em;
    color: var(--_doc-kind, inherit);
    font-weight: 650;
    line-height: 1.4;
  }

  details:not([open]) > [part='title'] {
    margin: 0;
  }

  summary {
    cursor: pointer;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::after {
    content: '';
    flex: none;
    margin-inline-start: auto;
    inline-size: 0.4em;
    block-size: 0.4em;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
  }

  [open] > summary::after {
    rotate: 225deg;
  }

  summary:focus-visible {
    outline: 2px solid var(--doc-accent-color, Highlight);
    outline-offset: 2px;
    border-radius: 0.125em;
  }

  .icon::before {
    content: 'i';
    display: block;
    inline-size: 1.4em;
    border-radius: 50%;
    background: var(--_doc-kind, CanvasText);
    color: Canvas;
    font-size: 0.8125em;
    font-weight: 700;
    line-height: 1.4;
    text-align: center;
    forced-color-adjust: none;
  }

  .tip::before {
    content: '✓';
  }

  .important::before,
  .warning::before,
  .caution::before {
    content: '!';
    border-radius: 0.3em;
  }

  .warning::before {
    border-radius: 0;
    clip-path: polygon(50% 4%, 100% 96%, 0 96%);
    line-height: 1.7;
  }

  .caution::before {
    border-radius: 0;
    clip-path: polygon(30% 0, 70% 0, 100% 30%, 100% 70%, 70% 100%, 30% 100%, 0 70%, 0 30%);
  }

  @media (forced-colors: active) {
    .icon::before {
      background: CanvasText;
    }
  }

  /* What is folded away is read on paper too. */
  @media print {
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }

    details:not([open]) > [part='title'] {
      margin-block-end: 0.35em;
    }

    summary::after {
      display: none;
    }
  }
`;
