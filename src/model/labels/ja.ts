import type { Translation } from '../labels.js';

/** Japanese. */
export const LABELS: Translation = {
  toc: 'このページの内容',
  permalink: 'この節へのリンク: {heading}',
  linkCopied: 'リンクをコピーしました',
  footnotes: '脚注',
  footnoteBack: '参照 {number} に戻る',
  alerts: { note: '注', tip: 'ヒント', important: '重要', warning: '警告', caution: '注意' },
  taskDone: '完了したタスク',
  taskOpen: '未完了のタスク',
  loading: '読み込み中…',
  retry: '再試行',
  codeCopy: 'コードをコピー',
  codeCopied: 'コピーしました',
  codeNotCopied:
    'ブラウザーがコピーを許可していません。コードを選択したので、Ctrl+C または ⌘C を押してください。',
  codeWrap: '長い行を折り返す',
  codeUnfold: '全 {count} 行を表示',
  codeFold: '折りたたむ',
};
