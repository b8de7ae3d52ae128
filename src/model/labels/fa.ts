import type { Translation } from '../labels.js';

/** Persian. */
export const LABELS: Translation = {
  toc: 'در این صفحه',
  permalink: 'پیوند به این بخش: {heading}',
  linkCopied: 'پیوند کپی شد',
  footnotes: 'پانویس‌ها',
  footnoteBack: 'بازگشت به ارجاع {number}',
  alerts: { note: 'یادداشت', tip: 'نکته', important: 'مهم', warning: 'هشدار', caution: 'احتیاط' },
  taskDone: 'کار انجام‌شده',
  taskOpen: 'کار انجام‌نشده',
  loading: 'در حال بارگذاری…',
  retry: 'تلاش دوباره',
  codeCopy: 'کپی کردن کد',
  codeCopied: 'کپی شد',
  codeNotCopied: 'مرورگر اجازهٔ کپی نمی‌دهد. کد انتخاب شده است: Ctrl+C یا ⌘C را بزنید.',
  codeWrap: 'شکستن خط‌های بلند',
  codeUnfold: 'نمایش همهٔ {count} خط',
  codeFold: 'نمایش کمتر',
};
