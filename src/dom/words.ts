import { labelsFor } from '../model/labels-for.js';
import type { Labels } from '../model/labels.js';
import { contextLanguage } from './language.js';

/** The words of the library's own in the language that an element stands in. */
export const wordsAround = (element: Element): Promise<Labels> => labelsFor(contextLanguage(element));
