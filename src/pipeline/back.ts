/** The way back, from a page to the texts it could have come from: a chunk of its own. */
export { toJson } from '../html/to-json.js';
export { toMarkdown } from '../html/to-markdown.js';
