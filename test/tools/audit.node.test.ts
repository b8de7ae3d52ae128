import { expect } from 'chai';
import { readAudit } from './audit.mjs';

describe('what npm audit says', () => {
  it('fails where it knows of a vulnerability', () => {
    const { lines, failed } = readAudit(
      JSON.stringify({ vulnerabilities: { marked: { severity: 'high', range: '<18' } } }),
    );
    expect(failed).to.equal(true);
    expect(lines).to.deep.equal(['high: marked <18']);
  });

  it('tells of a slight one', () => {
    const report = { vulnerabilities: { marked: { severity: 'low', range: '<18' } } };
    expect(readAudit(JSON.stringify(report))).to.deep.equal({ lines: ['low: marked <18'], failed: false });
  });

  it('is well where there is none', () => {
    expect(readAudit('{"vulnerabilities":{}}').failed).to.equal(false);
  });

  for (const output of ['', 'npm error', '{"message":"405 Method Not Allowed","statusCode":405}'])
    it(`is no failure where the registry does not answer: ${output || 'nothing'}`, () => {
      const { lines, failed } = readAudit(output);
      expect(failed).to.equal(false);
      expect(lines.join()).to.match(/^The registry does not/);
    });
});
