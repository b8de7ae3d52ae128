import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { compile } from './compile.js';

const FOLDER = new URL('./fixtures/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

/** Front matter of the page that the fixtures are. */
const VARIABLES = { title: 'Terns & gulls', author: { name: 'A. Warden' } };

describe('Markdown fixtures', () => {
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.md'))) {
    const name = file.slice(0, -'.md'.length);
    it(`compiles ${name}`, () => {
      expect(compile(read(file), { variables: VARIABLES }).html).to.equal(read(`${name}.html`));
    });
  }
});
