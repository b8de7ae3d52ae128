import type { ComplexAttributeConverter } from '@lit/reactive-element';
import type { HeadingLevel } from '../model/page.js';
import { SLUG_DIALECTS, type SlugDialect } from '../model/options.js';

/** A switch that is on (`auto`) unless the attribute says `none`. */
export type Switch = 'auto' | 'none';

const readLevel = (value: string | null): HeadingLevel | undefined =>
  value !== null && /^[1-6]$/.test(value.trim()) ? (Number(value) as HeadingLevel) : undefined;

/** `auto`, unless the attribute is `none`. */
export const switchConverter: ComplexAttributeConverter<Switch> = {
  fromAttribute: (value) => (value?.trim() === 'none' ? 'none' : 'auto'),
};

/** A heading level from 1 to 6; anything else is `auto`. */
export const autoLevelConverter: ComplexAttributeConverter<HeadingLevel | 'auto'> = {
  fromAttribute: (value) => readLevel(value) ?? 'auto',
};

/** A heading level from 1 to 6; anything else is none. */
export const levelConverter: ComplexAttributeConverter<HeadingLevel | undefined> = {
  fromAttribute: readLevel,
};

/** A dialect of slugs; anything unknown is GitHub's. */
export const slugsConverter: ComplexAttributeConverter<SlugDialect> = {
  fromAttribute: (value) => SLUG_DIALECTS.find((dialect) => dialect === value?.trim()) ?? 'github',
};

/** Whether pictures that data name are loaded; anything but `load` is `none`. */
export const picturesConverter: ComplexAttributeConverter<'none' | 'load'> = {
  fromAttribute: (value) => (value?.trim() === 'load' ? 'load' : 'none'),
};
