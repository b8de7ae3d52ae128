import { contentHeadings } from './outline.js';
import { createScrollSpy } from './scroll-spy.js';

/** Watches which section of a page is being read. */
export interface SectionWatch {
  readonly current: string | undefined;
  /** Takes the headings as they are now. */
  refresh(): void;
  dispose(): void;
}

/** Reports the id of the heading the reader is at, whenever it changes. */
export function watchSections(page: Element, report: (id: string | undefined) => void): SectionWatch {
  const headings = (): Element[] => contentHeadings(page).filter(({ id }) => id !== '');
  const spy = createScrollSpy(page, headings(), report);
  return {
    get current() {
      return spy.current;
    },
    refresh: () => spy.refresh(headings()),
    dispose: () => spy.dispose(),
  };
}
