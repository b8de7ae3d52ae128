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
  codeCopy: 'Скопіювати код',
  codeCopied: 'Скопійовано',
  codeNotCopied: 'Браузер не дозволяє копіювати. Код виділено: натисніть Ctrl+C або ⌘C.',
  codeWrap: 'Переносити довгі рядки',
  codeUnfold: 'Показати всі рядки ({count})',
  codeFold: 'Згорнути',
};
