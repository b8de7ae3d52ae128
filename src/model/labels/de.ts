import type { Translation } from '../labels.js';

/** German. */
export const LABELS: Translation = {
  toc: 'Auf dieser Seite',
  permalink: 'Link zu diesem Abschnitt: {heading}',
  linkCopied: 'Link kopiert',
  footnotes: 'Fußnoten',
  footnoteBack: 'Zurück zum Verweis {number}',
  alerts: { note: 'Hinweis', tip: 'Tipp', important: 'Wichtig', warning: 'Warnung', caution: 'Vorsicht' },
  taskDone: 'Erledigte Aufgabe',
  taskOpen: 'Offene Aufgabe',
  loading: 'Wird geladen…',
  retry: 'Erneut versuchen',
  codeCopy: 'Code kopieren',
  codeCopied: 'Kopiert',
  codeNotCopied: 'Der Browser erlaubt das Kopieren nicht. Der Code ist markiert: Strg+C oder ⌘C drücken.',
  codeWrap: 'Lange Zeilen umbrechen',
  codeUnfold: 'Alle {count} Zeilen zeigen',
  codeFold: 'Weniger zeigen',
};
