import { expect } from 'chai';
import { createProseSheet } from '../../src/styles/prose.js';

describe('the light-DOM style sheet', () => {
  it('is constructed from the file that users can link', async () => {
    const rules = [...createProseSheet().cssRules].map(({ cssText }) => cssText);
    expect(rules.some((rule) => rule.startsWith('@layer doc-elements'))).to.be.true;

    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = '/src/styles/prose.css';
    const loaded = new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = reject;
    });
    document.head.append(link);
    await loaded;
    const linked = [...(link.sheet?.cssRules ?? [])].map(({ cssText }) => cssText);
    link.remove();
    expect(linked).to.deep.equal(rules);
  });
});
