import type { Slugger } from '../../model/slug.js';

/** What a slugger was asked, and what it gave. */
interface Asked {
  readonly text: string;
  /** `undefined` for an id that was reserved. */
  readonly id: string | undefined;
}

/** Gives the ids of the last time again, as long as the headings are the same: most changes leave them all as they are. */
export class SlugMemory {
  #asked: Asked[] = [];

  /** A slugger for the page as it is now; `create` makes one that knows nothing. */
  slugger(create: () => Slugger): Slugger {
    const asked = this.#asked;
    let count = 0;
    let slugger: Slugger | undefined;
    /** The last time's answer; where that is another question, all is asked anew that was asked so far. */
    const known = (text: string, isReserved: boolean): Asked | undefined => {
      const before = slugger ? undefined : asked[count];
      if (before?.text === text && (before.id === undefined) === isReserved) {
        count++;
        return before;
      }
      if (slugger) return undefined;
      slugger = create();
      asked.length = count;
      for (const { text, id } of asked)
        if (id === undefined) slugger.reserve(text);
        else slugger.slug(text);
      return undefined;
    };
    return {
      slug: (text) => {
        const id = known(text, false)?.id ?? slugger?.slug(text) ?? '';
        if (slugger) asked.push({ text, id });
        return id;
      },
      reserve: (text) => {
        if (!known(text, true)) slugger?.reserve(text);
        if (slugger) asked.push({ text, id: undefined });
      },
    };
  }

  forget(): void {
    this.#asked = [];
  }
}
