import type { Translation } from '../labels.js';

/** Chinese, traditional. */
export const LABELS: Translation = {
  toc: '本頁內容',
  permalink: '本節連結：{heading}',
  linkCopied: '已複製連結',
  footnotes: '註腳',
  footnoteBack: '返回引用 {number}',
  alerts: { note: '說明', tip: '提示', important: '重要', warning: '警告', caution: '注意' },
  taskDone: '已完成的任務',
  taskOpen: '未完成的任務',
  loading: '載入中…',
  retry: '重試',
  codeCopy: '複製程式碼',
  codeCopied: '已複製',
  codeNotCopied: '瀏覽器不允許複製。程式碼已選取：請按 Ctrl+C 或 ⌘C。',
  codeWrap: '長行自動換行',
  codeUnfold: '顯示全部 {count} 行',
  codeFold: '收合',
};
