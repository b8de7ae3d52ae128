import { css } from '@lit/reactive-element';

/** Buttons over the upper edge of the code, tabs above it, a veil over what is folded. The code itself is the light DOM sheet's. */
export const styles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .base {
    position: relative;
    text-align: start;
  }

  .is-wide {
    --_doc-buttons: 3.75rem;
  }

  .status {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  button {
    box-sizing: border-box;
    margin: 0;
    border: 1px solid transparent;
    border-radius: calc(0.75 * var(--doc-radius, 0.5em));
    background: none;
    color: inherit;
    font: inherit;
    line-height: 1;
    cursor: pointer;
  }

  button:focus-visible {
    outline: 2px solid var(--doc-accent-color, Highlight);
    outline-offset: 1px;
  }

  .actions {
    position: absolute;
    inset-block-start: 0.3rem;
    inset-inline-end: 0.3rem;
    display: flex;
    gap: 0.25rem;
    opacity: 0;
  }

  .base:hover > .actions,
  .base:focus-within > .actions,
  .actions:has([aria-label]:focus-visible) {
    opacity: 1;
  }

  .base:not(:hover, :focus-within) > .rendered ~ .actions {
    pointer-events: none;
  }

  /* Over a drawing they would hide a part of it: a tap on it brings them. */
  @media (hover: none) {
    .base:not(:has(> .rendered)) > .actions {
      opacity: 1;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .actions {
      transition: opacity 0.15s;
    }
  }

  .actions button {
    display: grid;
    place-content: center;
    inline-size: 2rem;
    block-size: 2rem;
    padding: 0;
    border-color: var(--doc-border-color, GrayText);
    background: var(--doc-surface-color, Canvas);
    backdrop-filter: blur(0.5rem);
  }

  .actions button:hover,
  .actions [aria-pressed='true'] {
    border-color: currentColor;
  }

  .actions [aria-pressed='true'] {
    background: color-mix(in oklab, currentColor 16%, transparent);
  }

  .rendered {
    display: block;
    overflow-x: auto;
    margin-block: 0.25em;
    padding-block: 0.25em;
    text-align: center;
  }

  .rendered:focus-visible {
    outline: 2px solid var(--doc-accent-color, Highlight);
  }

  [part='base']:not(.base) > .rendered:not(:has([display='block'])) {
    display: inline;
    overflow: visible;
    padding: 0;
  }

  .rendered img {
    max-inline-size: 100%;
    block-size: auto;
  }

  /* What browsers leave out of MathML: they lay out tables by CSS alone. */
  mtable[columnalign^='right left'] > mtr > mtd:nth-child(odd) {
    text-align: right;
  }

  mtable[columnalign^='right left'] > mtr > mtd:nth-child(even),
  mtable[columnalign^='left'] > mtr > mtd {
    text-align: left;
  }

  mtable[columnspacing='0em'] > mtr > mtd {
    padding-inline: 0;
  }

  @supports not (-moz-appearance: none) {
    menclose[notation~='box'] {
      padding: 0.2em 0.3em;
      border: 1px solid;
    }
  }

  mtable[width='100%'] {
    inline-size: 100%;
  }

  mtd[width='50%'] {
    inline-size: 50%;
  }

  /* Nobody sees it: it tells the colour scheme. */
  .scheme {
    position: absolute;
    color: light-dark(#000, #fff);
    forced-color-adjust: none;
    transition: color 1ms;
  }

  details {
    margin-block-start: 0.5rem;
  }

  summary {
    inline-size: fit-content;
    padding-block: 0.25rem;
    color: var(--doc-muted-color, inherit);
    font-size: 0.875em;
    cursor: pointer;
  }

  summary:focus-visible {
    outline: 2px solid var(--doc-accent-color, Highlight);
    outline-offset: 1px;
  }

  .fold {
    display: flex;
    justify-content: center;
    padding-block-start: 0.5rem;
  }

  .fold.is-folded {
    position: absolute;
    inset: auto 0 0;
    padding-block: 3.5rem 0.6rem;
    pointer-events: none;
  }

  .fold button {
    padding: 0.55rem 0.9rem;
    border-color: var(--doc-border-color, GrayText);
    background: var(--doc-surface-color, Canvas);
    backdrop-filter: blur(0.75rem);
    font-size: 0.8125em;
    font-weight: 600;
    pointer-events: auto;
  }

  .fold button:hover {
    border-color: currentColor;
  }

  .tabs {
    display: flex;
    gap: 0.25rem;
    block-size: 2.6em;
    box-sizing: border-box;
    padding-inline: 0.5rem;
    overflow-x: auto;
    scrollbar-width: none;
    border-block-end: 1px solid var(--doc-border-color, GrayText);
    border-start-start-radius: var(--doc-radius, 0.5em);
    border-start-end-radius: var(--doc-radius, 0.5em);
    font-size: 0.875em;
  }

  .tabs button {
    flex: none;
    padding-inline: 0.7em;
    border: 0;
    border-block: 2px solid transparent;
    border-radius: 0;
    color: var(--doc-muted-color, inherit);
  }

  .tabs button:hover {
    color: inherit;
  }

  .tabs button:focus-visible {
    outline-offset: -2px;
  }

  .tabs [aria-selected='true'] {
    border-block-end-color: var(--doc-accent-color, currentColor);
    color: inherit;
    font-weight: 600;
  }

  .panels {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .panels ::slotted(*) {
    grid-area: 1 / 1;
    margin: 0;
  }

  .panels ::slotted([inert]) {
    visibility: hidden;
  }

  @media (forced-colors: active) {
    .tabs [aria-selected='true'] {
      border-block-end-color: Highlight;
    }

    .actions [aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }

  @media print {
    .actions,
    .fold,
    .tabs,
    details:not([open]) {
      display: none;
    }

    /* Paper is white. */
    .rendered.is-dark img {
      filter: invert(1) hue-rotate(180deg);
    }

    .panels {
      display: block;
    }

    .panels ::slotted([inert]) {
      visibility: visible;
    }
  }
`;
