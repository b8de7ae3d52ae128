import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { VERSION } from '../../src/define/version.js';

it('the source knows the version of the package', () => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  expect(VERSION).to.equal((JSON.parse(text) as { version: string }).version);
});
