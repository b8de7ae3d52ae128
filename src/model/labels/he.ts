import type { Translation } from '../labels.js';

/** Hebrew. */
export const LABELS: Translation = {
  toc: 'בדף זה',
  permalink: 'קישור לפרק זה: {heading}',
  linkCopied: 'הקישור הועתק',
  footnotes: 'הערות שוליים',
  footnoteBack: 'חזרה להפניה {number}',
  alerts: { note: 'הערה', tip: 'טיפ', important: 'חשוב', warning: 'אזהרה', caution: 'זהירות' },
  taskDone: 'משימה שהושלמה',
  taskOpen: 'משימה שטרם הושלמה',
  loading: 'בטעינה…',
  retry: 'ניסיון נוסף',
  codeCopy: 'העתקת הקוד',
  codeCopied: 'הועתק',
  codeNotCopied: 'הדפדפן אינו מאפשר העתקה. הקוד מסומן: הקישו Ctrl+C או ⌘C.',
  codeWrap: 'גלישת שורות ארוכות',
  codeUnfold: 'הצגת כל {count} השורות',
  codeFold: 'הצגת פחות',
};
