import { css } from '@lit/reactive-element';

/**
 * The icon stands where the link begins but takes no room in the line: the light DOM's sheet has kept the room
 * free since before the definition, and a line never breaks between the icon and the first word.
 */
export const styles = css`
  :host {
    position: relative;
    padding-inline-start: 1.25em;
  }

  :host([hidden]) {
    display: none;
  }

  svg {
    position: absolute;
    inline-size: 1em;
    block-size: 1em;
    inset-inline-start: 0;
    margin-block-start: calc((1lh - 1em) / 2);
    overflow: visible;
    color: var(--doc-muted-color, currentColor);
    fill: currentColor;
    fill-rule: evenodd;
    opacity: 0.8;
    pointer-events: none;
  }

  /* A card keeps the room in its first line. */
  :host([variant='card']) svg {
    inset-inline-start: auto;
  }

  path + path {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
`;
