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
  codeCopy: 'Copia il codice',
  codeCopied: 'Copiato',
  codeNotCopied: 'Il browser non permette di copiare. Il codice è selezionato: premi Ctrl+C o ⌘C.',
  codeWrap: 'A capo automatico',
  codeUnfold: 'Mostra tutte le {count} righe',
  codeFold: 'Mostra meno',
};
