import { expect } from 'chai';
import { formatPlace, hasErrors, type Place, type Problem } from '../../src/model/problem.js';

const problem = (severity: Problem['severity']): Problem => ({
  code: 'heading-empty',
  severity,
  message: '',
});

describe('hasErrors', () => {
  const rows: [severities: Problem['severity'][], expected: boolean][] = [
    [[], false],
    [['info', 'warning'], false],
    [['warning', 'error', 'info'], true],
    [['error'], true],
  ];
  for (const [severities, expected] of rows)
    it(`is ${expected} for [${severities.join(', ')}]`, () => {
      expect(hasErrors(severities.map(problem))).to.equal(expected);
    });
});

describe('formatPlace', () => {
  const rows: [place: Place | undefined, text: string][] = [
    [undefined, ''],
    [{}, ''],
    [{ line: 12 }, 'line 12'],
    [{ line: 12, column: 3 }, '12:3'],
    [{ column: 3 }, ''],
    [{ path: 'sections[2].heading' }, 'sections[2].heading'],
    [{ path: 'title', line: 4, column: 1 }, 'title'],
    [{ path: '' }, ''],
  ];
  for (const [place, text] of rows)
    it(`writes ${JSON.stringify(place)} as "${text}"`, () => {
      expect(formatPlace(place)).to.equal(text);
    });
});
