import type { Place, Problem } from './problem.js';

/** The formula or diagram that could not be drawn, with the reason, and the place where it is known. */
export function undrawn(language: string, source: string, reason: string, place?: Place): Problem {
  const isFormula = language === 'math';
  const text = source.trim().replace(/\s+/g, ' ');
  const quoted = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  const why = /[.!?]$/.test(reason) ? reason : `${reason}.`;
  return {
    code: isFormula ? 'formula-invalid' : 'diagram-invalid',
    severity: 'warning',
    message: `The ${isFormula ? 'formula' : 'diagram'} “${quoted}” cannot be drawn, so its source is shown. ${why}`,
    ...(place && { place }),
  };
}
