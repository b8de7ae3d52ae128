import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit/html.js';

/** Drawn with one line, 16 units high. */
const SIGNS = {
  copy: svg`<rect x="5.5" y="5.5" width="8" height="8" rx="1.5"/><path d="M3.5 10.5h-.5a1.5 1.5 0 0 1-1.5-1.5V3.5a1.5 1.5 0 0 1 1.5-1.5h5.5a1.5 1.5 0 0 1 1.5 1.5v.3"/>`,
  done: svg`<path d="m3 8.5 3.2 3.2L13 4.8"/>`,
  wrap: svg`<path d="M2 3.5h12M2 8h9.5a2.25 2.25 0 0 1 0 4.5H8m1.8-1.8L8 12.5l1.8 1.8M2 12.5h3"/>`,
} satisfies Record<string, SVGTemplateResult>;

export const codeIcon = (name: keyof typeof SIGNS): TemplateResult =>
  html`<svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.4"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${SIGNS[name]}
  </svg>`;
