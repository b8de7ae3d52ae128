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

  [part='icon'] {
    position: absolute;
    display: inline-block;
    inline-size: 1em;
    margin-inline-start: -1.25em;
    color: var(--doc-muted-color, currentColor);
    line-height: inherit;
    opacity: 0.8;
    pointer-events: none;
    user-select: none;
  }

  svg {
    inline-size: 1em;
    block-size: 1em;
    vertical-align: -0.125em;
  }
`;
