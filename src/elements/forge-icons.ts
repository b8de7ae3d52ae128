import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Forges that have a sign of their own. */
export type ForgeIcon = 'github' | 'gitlab' | 'codeberg' | 'forgejo' | 'bitbucket';

/** A cat's face. */
const github = svg`<path fill-rule="evenodd" d="M2.2 1.5c1 .1 2 .7 2.8 1.3a11 11 0 0 1 6 0c.8-.6 1.8-1.2 2.8-1.3.5 1.2.5 2.4.3 3.2.9 1 1.4 2.2 1.4 3.5 0 4-2.8 6.1-7.5 6.1S.5 12.2.5 8.2c0-1.3.5-2.5 1.4-3.5-.2-.8-.2-2 .3-3.2ZM4.5 7.3c-1.4 0-2.3 1-2.3 2.5 0 2.1 2 3.1 5.8 3.1s5.8-1 5.8-3.1c0-1.5-.9-2.5-2.3-2.5-1.1 0-2 .3-3.5.3s-2.4-.3-3.5-.3Z"/><ellipse cx="5.4" cy="9.9" rx=".9" ry="1.4"/><ellipse cx="10.6" cy="9.9" rx=".9" ry="1.4"/>`;

/** A fox's face. */
const gitlab = svg`<path d="m8 14.6-7-5.3 2.4-7.6c.1-.3.5-.3.6 0l1.7 4.6h4.6l1.7-4.6c.1-.3.5-.3.6 0L15 9.3Z"/>`;

/** A mountain in front of the sun. */
const codeberg = svg`<path fill-rule="evenodd" d="M12.6 13.3a7 7 0 1 0-9.2 0L8 4.2Zm-1.3 0L8 6.8l-3.3 6.5a7 7 0 0 0 6.6 0Z"/>`;

/** Two branches of one stem. */
const forgejo = svg`<g fill="none" stroke="currentColor" stroke-width="1.5"><path d="M4.5 11.8V7.3a4 4 0 0 1 4-4h1.8M4.5 11.8a4 4 0 0 1 4-4h1.8"/><circle cx="12.1" cy="3.3" r="1.8"/><circle cx="12.1" cy="7.8" r="1.8"/><circle cx="4.5" cy="13.2" r="1.8"/></g>`;

/** A bucket. */
const bitbucket = svg`<path fill-rule="evenodd" d="M1.2 2h13.6c.4 0 .6.3.6.7l-1.9 11c0 .3-.3.5-.6.5H3.1c-.3 0-.5-.2-.6-.5L.6 2.7c0-.4.2-.7.6-.7Zm4.6 4 .8 4.4h2.8l.8-4.4Z"/>`;

/** A line of work that leaves another: any other forge. */
const generic = svg`<g fill="none" stroke="currentColor" stroke-width="1.5"><path d="M4 5v6M12 6.8c0 2.7-8 1.5-8 4.2"/><circle cx="4" cy="3.2" r="1.8"/><circle cx="4" cy="12.8" r="1.8"/><circle cx="12" cy="5" r="1.8"/></g>`;

const SIGNS: ReadonlyMap<string, SVGTemplateResult> = new Map<ForgeIcon, SVGTemplateResult>([
  ['github', github],
  ['gitlab', gitlab],
  ['codeberg', codeberg],
  ['forgejo', forgejo],
  ['bitbucket', bitbucket],
]);

/** The sign of a forge, as high as the text and in its colour; for one without a sign of its own, a branch. */
export const forgeIcon = (forge: string | undefined): TemplateResult =>
  html`<svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
    ${SIGNS.get(forge ?? '') ?? generic}
  </svg>`;
