import type { Translation } from '../labels.js';

/** Korean. */
export const LABELS: Translation = {
  toc: '이 페이지의 내용',
  permalink: '이 절의 링크: {heading}',
  linkCopied: '링크를 복사했습니다',
  footnotes: '각주',
  footnoteBack: '{number}번 참조로 돌아가기',
  alerts: { note: '참고', tip: '팁', important: '중요', warning: '경고', caution: '주의' },
  taskDone: '완료된 작업',
  taskOpen: '미완료 작업',
  loading: '불러오는 중…',
  retry: '다시 시도',
  codeCopy: '코드 복사',
  codeCopied: '복사됨',
  codeNotCopied: '브라우저가 복사를 허용하지 않습니다. 코드가 선택되었으니 Ctrl+C 또는 ⌘C를 누르세요.',
  codeWrap: '긴 줄 바꿈',
  codeUnfold: '{count}줄 모두 보기',
  codeFold: '간단히 보기',
};
