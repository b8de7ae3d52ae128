import { ID, LABEL, list, MARKDOWN, optional, record } from '../schema.js';

/** A question with its answer. */
export const QUESTION = record(
  'a question',
  {
    /** Plain text, with its question mark. */
    question: LABEL,
    /** Markdown. */
    answer: MARKDOWN,
    /** Fragment id, for links to it. */
    id: optional(ID),
  },
  { title: 'question', name: 'question', q: 'question', a: 'answer', text: 'answer', body: 'answer' },
);

/** Questions that come up, each with its answer. */
export const FAQ = {
  /** In the order in which they are shown. */
  questions: list('a list of questions', QUESTION),
};
