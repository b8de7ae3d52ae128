import type { Translation } from '../labels.js';

/** Arabic. */
export const LABELS: Translation = {
  toc: 'في هذه الصفحة',
  permalink: 'رابط إلى هذا القسم: {heading}',
  linkCopied: 'تم نسخ الرابط',
  footnotes: 'الحواشي',
  footnoteBack: 'العودة إلى المرجع {number}',
  alerts: { note: 'ملاحظة', tip: 'نصيحة', important: 'مهم', warning: 'تحذير', caution: 'تنبيه' },
  taskDone: 'مهمة مكتملة',
  taskOpen: 'مهمة غير مكتملة',
  loading: 'جارٍ التحميل…',
  retry: 'أعد المحاولة',
  codeCopy: 'نسخ الكود',
  codeCopied: 'تم النسخ',
  codeNotCopied: 'لا يسمح المتصفح بالنسخ. الكود محدَّد: اضغط Ctrl+C أو ⌘C.',
  codeWrap: 'التفاف الأسطر الطويلة',
  codeUnfold: 'عرض كل الأسطر ({count})',
  codeFold: 'عرض أقل',
};
