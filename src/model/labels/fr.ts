import type { Translation } from '../labels.js';

/** French. */
export const LABELS: Translation = {
  toc: 'Sur cette page',
  permalink: 'Lien vers cette section\u00a0: {heading}',
  linkCopied: 'Lien copié',
  footnotes: 'Notes de bas de page',
  footnoteBack: 'Retour à la référence {number}',
  alerts: {
    note: 'Note',
    tip: 'Astuce',
    important: 'Important',
    warning: 'Avertissement',
    caution: 'Attention',
  },
  taskDone: 'Tâche terminée',
  taskOpen: 'Tâche à faire',
  loading: 'Chargement…',
  retry: 'Réessayer',
  codeCopy: 'Copier le code',
  codeCopied: 'Copié',
  codeNotCopied: 'Le navigateur n’autorise pas la copie. Le code est sélectionné : appuyez sur Ctrl+C ou ⌘C.',
  codeWrap: 'Renvoyer les longues lignes',
  codeUnfold: 'Afficher les {count} lignes',
  codeFold: 'Afficher moins',
};
