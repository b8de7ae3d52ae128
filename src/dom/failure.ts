import { LoadError } from './load-error.js';
import { wordsAround } from './words.js';

/** What readers are told of a failure, in the language that an element stands in. */
export async function tellFailure(element: Element, error: Error): Promise<string> {
  return error instanceof LoadError ? error.tell(await wordsAround(element)) : error.message;
}
