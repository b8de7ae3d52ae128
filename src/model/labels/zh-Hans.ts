import type { Translation } from '../labels.js';

/** Chinese, simplified. */
export const LABELS: Translation = {
  toc: '本页内容',
  permalink: '本节链接：{heading}',
  linkCopied: '已复制链接',
  footnotes: '脚注',
  footnoteBack: '返回引用 {number}',
  alerts: { note: '说明', tip: '提示', important: '重要', warning: '警告', caution: '注意' },
  taskDone: '已完成的任务',
  taskOpen: '未完成的任务',
  loading: '正在加载…',
  retry: '重试',
  codeCopy: '复制代码',
  codeCopied: '已复制',
  codeNotCopied: '浏览器不允许复制。代码已选中：请按 Ctrl+C 或 ⌘C。',
  codeWrap: '长行自动换行',
  codeUnfold: '显示全部 {count} 行',
  codeFold: '收起',
};
