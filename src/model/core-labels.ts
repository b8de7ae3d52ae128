/** The words that an element may need before those of the page's language are here, in English. */
export const CORE_ENGLISH = {
  toc: 'On this page',
  loading: 'Loading…',
  retry: 'Try again',
} as const;
