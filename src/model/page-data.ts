import type { Json } from './page.js';

/**
 * A page as people write it in JSON: what `.data`, a `.json` source and `<script type="application/json">` hold.
 * Unknown keys are kept in `Page.meta`.
 */
export interface PageData {
  /** Plain text. */
  readonly title?: string;
  /** Plain text, one or two sentences. */
  readonly description?: string;
  /** BCP 47 language tag, such as `en` or `pt-BR`. */
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  /** Markdown before the first section. */
  readonly body?: string;
  readonly sections?: readonly SectionData[];
  readonly [key: string]: Json | readonly SectionData[] | undefined;
}

/** A section as people write it in JSON. */
export interface SectionData {
  /** Inline Markdown. */
  readonly heading: string;
  /** Fragment id; by default GitHub's slug of the heading. */
  readonly id?: string;
  /** Markdown. Its headings open sections below this one. */
  readonly body?: string;
  readonly sections?: readonly SectionData[];
}
