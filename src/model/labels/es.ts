import type { Translation } from '../labels.js';

/** Spanish. */
export const LABELS: Translation = {
  toc: 'En esta página',
  permalink: 'Enlace a esta sección: {heading}',
  linkCopied: 'Enlace copiado',
  footnotes: 'Notas al pie',
  footnoteBack: 'Volver a la referencia {number}',
  alerts: {
    note: 'Nota',
    tip: 'Consejo',
    important: 'Importante',
    warning: 'Advertencia',
    caution: 'Precaución',
  },
  taskDone: 'Tarea completada',
  taskOpen: 'Tarea pendiente',
  loading: 'Cargando…',
  retry: 'Reintentar',
  codeCopy: 'Copiar código',
  codeCopied: 'Copiado',
  codeNotCopied: 'El navegador no permite copiar. El código está seleccionado: pulsa Ctrl+C o ⌘C.',
  codeWrap: 'Ajustar líneas largas',
  codeUnfold: 'Mostrar las {count} líneas',
  codeFold: 'Mostrar menos',
};
