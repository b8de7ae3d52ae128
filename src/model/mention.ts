/** What HTML has in it where a selector of {@link SHEETS} matches: HTML without it needs no sheet for it. */
export const mentionOf = (selector: string): string =>
  /[$*]="([^"]*)"/.exec(selector)?.[1] ?? selector.replace(/[.[\]]/g, '');
