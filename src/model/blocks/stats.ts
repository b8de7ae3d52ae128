import { DATE, LABEL, list, NUMBER, optional, record, TEXT } from '../schema.js';
import { REFERENCE } from './links.js';

/** A number about a project. A number without a day and a source says nothing, so both are needed. */
export const STATISTIC = record(
  'a number',
  {
    /** What was counted: `Downloads a month`. */
    label: LABEL,
    /** How many. */
    value: NUMBER,
    /** What stands behind the number: `%`, `ms`. */
    unit: optional(TEXT),
    /** The day on which it was so many. */
    date: DATE,
    /** Who says so. */
    source: REFERENCE,
  },
  {
    name: 'label',
    title: 'label',
    count: 'value',
    number: 'value',
    asOf: 'date',
    checked: 'date',
    url: 'source',
  },
);

/** Numbers about a project, each with its day and its source. */
export const STATS = {
  /** In the order in which they are shown. */
  stats: list('a list of numbers', STATISTIC),
};
