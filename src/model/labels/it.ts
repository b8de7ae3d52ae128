import type { Translation } from '../labels.js';

/** Italian. */
export const LABELS: Translation = {
  toc: 'In questa pagina',
  permalink: 'Collegamento a questa sezione: {heading}',
  linkCopied: 'Link copiato',
  footnotes: 'Note',
  footnoteBack: 'Torna al riferimento {number}',
  alerts: {
    note: 'Nota',
    tip: 'Suggerimento',
    important: 'Importante',
    warning: 'Avviso',
    caution: 'Attenzione',
  },
  taskDone: 'Attività completata',
  taskOpen: 'Attività da completare',
  loading: 'Caricamento in corso…',
  retry: 'Riprova',
};
