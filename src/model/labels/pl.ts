import type { Translation } from '../labels.js';

/** Polish. */
export const LABELS: Translation = {
  toc: 'Na tej stronie',
  permalink: 'Odnośnik do tej sekcji: {heading}',
  linkCopied: 'Skopiowano link',
  footnotes: 'Przypisy',
  footnoteBack: 'Powrót do odwołania {number}',
  alerts: {
    note: 'Uwaga',
    tip: 'Wskazówka',
    important: 'Ważne',
    warning: 'Ostrzeżenie',
    caution: 'Przestroga',
  },
  taskDone: 'Zadanie ukończone',
  taskOpen: 'Zadanie nieukończone',
  loading: 'Wczytywanie…',
  retry: 'Spróbuj ponownie',
  codeCopy: 'Kopiuj kod',
  codeCopied: 'Skopiowano',
  codeNotCopied: 'Przeglądarka nie pozwala kopiować. Kod jest zaznaczony: naciśnij Ctrl+C lub ⌘C.',
  codeWrap: 'Zawijaj długie wiersze',
  codeUnfold: 'Pokaż wszystkie wiersze ({count})',
  codeFold: 'Pokaż mniej',
};
