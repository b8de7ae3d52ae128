import type { Translation } from '../labels.js';

/** Ukrainian. */
export const LABELS: Translation = {
  toc: 'На цій сторінці',
  permalink: 'Посилання на цей розділ: {heading}',
  linkCopied: 'Посилання скопійовано',
  footnotes: 'Примітки',
  footnoteBack: 'Повернутися до посилання {number}',
  alerts: {
    note: 'Примітка',
    tip: 'Порада',
    important: 'Важливо',
    warning: 'Попередження',
    caution: 'Обережно',
  },
  taskDone: 'Виконане завдання',
  taskOpen: 'Невиконане завдання',
  loading: 'Завантаження…',
  retry: 'Спробувати ще раз',
};
