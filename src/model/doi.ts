import { encodePart } from './percent.js';

/** The address of a DOI, which may hold any character: those of old journals have `<`, `;` and `#` in them. */
export const doiUrl = (doi: string): string => `https://doi.org/${doi.split('/').map(encodePart).join('/')}`;
