import type { Translation } from '../labels.js';

/** Dutch. */
export const LABELS: Translation = {
  toc: 'Op deze pagina',
  permalink: 'Link naar deze sectie: {heading}',
  linkCopied: 'Link gekopieerd',
  footnotes: 'Voetnoten',
  footnoteBack: 'Terug naar verwijzing {number}',
  alerts: {
    note: 'Opmerking',
    tip: 'Tip',
    important: 'Belangrijk',
    warning: 'Waarschuwing',
    caution: 'Let op',
  },
  taskDone: 'Voltooide taak',
  taskOpen: 'Openstaande taak',
  loading: 'Laden…',
  retry: 'Opnieuw proberen',
  codeCopy: 'Code kopiëren',
  codeCopied: 'Gekopieerd',
  codeNotCopied: 'De browser staat kopiëren niet toe. De code is geselecteerd: druk op Ctrl+C of ⌘C.',
  codeWrap: 'Lange regels afbreken',
  codeUnfold: 'Alle {count} regels tonen',
  codeFold: 'Minder tonen',
};
