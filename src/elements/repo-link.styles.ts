import { css } from 'lit';

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
    margin-block-start: calc((1lh - 1em) / 2);
    margin-inline-start: -1.25em;
    overflow: visible;
    color: var(--doc-muted-color, currentColor);
    fill: currentColor;
    fill-rule: evenodd;
    opacity: 0.8;
    pointer-events: none;
  }

  :host([variant='card']) svg {
    margin-inline-start: 0;
  }

  path + path {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
`;
