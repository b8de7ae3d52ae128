import type { Translation } from '../labels.js';

/** Russian. */
export const LABELS: Translation = {
  toc: 'На этой странице',
  permalink: 'Ссылка на этот раздел: {heading}',
  linkCopied: 'Ссылка скопирована',
  footnotes: 'Примечания',
  footnoteBack: 'Вернуться к ссылке {number}',
  alerts: {
    note: 'Примечание',
    tip: 'Совет',
    important: 'Важно',
    warning: 'Предупреждение',
    caution: 'Осторожно',
  },
  taskDone: 'Выполненная задача',
  taskOpen: 'Невыполненная задача',
  loading: 'Загрузка…',
  retry: 'Повторить попытку',
  codeCopy: 'Скопировать код',
  codeCopied: 'Скопировано',
  codeNotCopied: 'Браузер не разрешает копировать. Код выделен: нажмите Ctrl+C или ⌘C.',
  codeWrap: 'Переносить длинные строки',
  codeUnfold: 'Показать все строки ({count})',
  codeFold: 'Свернуть',
};
