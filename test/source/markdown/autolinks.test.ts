import { expect } from 'chai';
import { matchUrl } from '../../../src/source/markdown/autolinks.js';
import { matchMailAddresses } from '../../../src/source/markdown/mail-addresses.js';
import { compile } from './compile.js';

const url = (text: string): string | undefined => {
  const address = matchUrl(text, 0);
  return address && address.prefix + text.slice(0, address.end);
};

describe('addresses in running text', () => {
  const urls: readonly (readonly [string, string | undefined])[] = [
    ['https://example.com', 'https://example.com'],
    ['http://localhost:80/a?b=c#d rest', 'http://localhost:80/a?b=c#d'],
    ['ftp://example.com', 'ftp://example.com'],
    ['HTTPS://example.com', 'HTTPS://example.com'],
    ['www.example.com/a', 'http://www.example.com/a'],
    ['https://x.co/a.', 'https://x.co/a'],
    ['https://x.co/a?!*_~"\'', 'https://x.co/a'],
    ['https://x.co/(a)', 'https://x.co/(a)'],
    ['https://x.co/a)', 'https://x.co/a'],
    ['https://x.co/(a)b)', 'https://x.co/(a)b'],
    ['https://x.co/a&copy;', 'https://x.co/a'],
    ['https://x.co/a;', 'https://x.co/a'],
    ['https://x.co/a<b', 'https://x.co/a'],
    ['https://💚.example/', 'https://💚.example/'],
    ['https://a_b.example.com', 'https://a_b.example.com'],
    ['https://a.b_c.com', undefined],
    ['https://b_c', undefined],
    ['https://', undefined],
    ['https://(x)', undefined],
    ['https://-x', undefined],
    ['httpx://example.com', undefined],
    ['WWW.example.com', undefined],
  ];
  for (const [text, expected] of urls)
    it(`${expected === undefined ? 'leaves' : 'finds the URL of'} ${text}`, () => {
      expect(url(text)).to.equal(expected);
    });

  const mails: readonly (readonly [string, readonly string[]])[] = [
    ['a@b.co', ['mailto:a@b.co']],
    ['mail a.b+c-d_e@x-y.co.uk.', ['mailto:a.b+c-d_e@x-y.co.uk']],
    ['mailto:a@b.co/x', ['mailto:a@b.co']],
    ['xmpp:a@b.co/x/y', ['xmpp:a@b.co/x/y']],
    ['xmailto:a@b.co', ['mailto:a@b.co']],
    ['a@b.co, c@d.org', ['mailto:a@b.co', 'mailto:c@d.org']],
    ['npm@5.2.0', []],
    ['foo@b.c1', []],
    ['a@b', []],
    ['@b.co', []],
    ['a@b..co', []],
    ['a@b.co_', []],
    ['a@b.co@c.co', ['mailto:b.co@c.co']],
  ];
  for (const [text, expected] of mails)
    it(`finds ${expected.length === 0 ? 'no address' : expected.join(' and ')} in ${text}`, () => {
      expect(matchMailAddresses(text).map(({ href }) => href)).to.deep.equal(expected);
    });

  const runs: readonly (readonly [string, string, string])[] = [
    ['not inside brackets', '[https://x.co] [www.x.co', '[https://x.co] [www.x.co'],
    ['after brackets', '[a] https://x.co', '[a] <a href="https://x.co">https://x.co</a>'],
    ['mail inside brackets', '[a@b.co]', '[<a href="mailto:a@b.co">a@b.co</a>]'],
    ['not inside links', '[https://x.co a@b.co](y)', '<a href="y">https://x.co a@b.co</a>'],
    ['not after a letter', 'xhttps://x.co xwww.x.co', 'xhttps://x.co xwww.x.co'],
    ['inside emphasis', '**www.x.co**', '<strong><a href="http://www.x.co">www.x.co</a></strong>'],
    ['after any tag', '<a name="x"/> www.x.co', '<a name="x"/> <a href="http://www.x.co">www.x.co</a>'],
    ['with escapes', 'a\\_b@x.co', '<a href="mailto:a_b@x.co">a_b@x.co</a>'],
    ['literally', 'http://x.co/a&amp;b', '<a href="http://x.co/a&amp;amp;b">http://x.co/a&amp;amp;b</a>'],
    [
      'in angle brackets',
      '<http://x.co/?a&amp;b>',
      '<a href="http://x.co/?a&amp;b">http://x.co/?a&amp;b</a>',
    ],
  ];
  for (const [title, text, html] of runs)
    it(`become links: ${title}`, () => {
      expect(compile(text).html).to.equal(`<p>${html}</p>\n`);
    });
});
