import { expect } from 'chai';
import { formatForges, parseForges } from '../../src/model/forge-list.js';

describe('parseForges', () => {
  const lists: [text: string, hosts: object][] = [
    ['', {}],
    ['git.example.org=gitea', { 'git.example.org': 'forgejo' }],
    [
      ' Git.Example.org:3000=GitLab,\n code.example.org=forgejo ',
      { 'git.example.org:3000': 'gitlab', 'code.example.org': 'forgejo' },
    ],
    ['a.example=github b.example=bitbucket', { 'a.example': 'github', 'b.example': 'bitbucket' }],
    ['a.example=svn b.example =gitea c.example', {}],
    ['a.example=constructor', {}],
  ];
  for (const [text, hosts] of lists)
    it(`reads ${JSON.stringify(text)}`, () => {
      expect(parseForges(text)).to.deep.equal(hosts);
      expect(parseForges(formatForges(parseForges(text)))).to.deep.equal(hosts);
    });
});
