import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage } from '../../src/index.js';
import { fixture } from './fixture.js';
import { echo, FAULT, json, listenToLoading, statesOf, told, toldEvents } from './loading.js';

const bytes = (binary: string, type: string): string =>
  `${FAULT}echo/a.md?type=${encodeURIComponent(type)}&base64=${encodeURIComponent(btoa(binary))}`;
const redirect = (to: string): string => `${FAULT}redirect/from/a.md?to=${encodeURIComponent(to)}`;

async function show(src: string, attributes = ''): Promise<DocPage> {
  const page = fixture<DocPage>(`<doc-page src="${src}" ${attributes}><p>fallback</p></doc-page>`);
  await page.updateComplete;
  return page;
}

describe('a source that comes', () => {
  listenToLoading();

  const texts: [name: string, src: string, text: string][] = [
    ['UTF-8 by its type', bytes('Caf\xc3\xa9', 'text/markdown; charset=utf-8'), 'Café'],
    ['UTF-8 without a charset', bytes('Caf\xc3\xa9', 'text/markdown'), 'Café'],
    ['UTF-8 with a byte order mark', bytes('\xef\xbb\xbfCaf\xc3\xa9', 'text/plain'), 'Café'],
    ['UTF-16 with a byte order mark', bytes('\xff\xfeA\0\xe9\0', 'text/markdown'), 'Aé'],
    ['UTF-16, big endian, with a byte order mark', bytes('\xfe\xff\0A\0\xe9', 'text/markdown'), 'Aé'],
    ['UTF-16 by its type', bytes('A\0\xe9\0', 'text/markdown; charset=utf-16'), 'Aé'],
    ['UTF-16, big endian, by its type', bytes('\0A\0\xe9', 'text/markdown; charset=UTF-16BE'), 'Aé'],
    ['Latin-1', bytes('Caf\xe9', 'text/markdown; charset=iso-8859-1'), 'Café'],
    ['Windows-1252', bytes('\x93Caf\xe9\x94', 'text/markdown; charset="windows-1252"'), '“Café”'],
    ['KOI8-R', bytes('\xf0\xd2\xc9', 'text/plain; charset=koi8-r'), 'При'],
    ['Shift JIS', bytes('\x93\xfa\x96{', 'text/markdown;charset=Shift_JIS'), '日本'],
    ['GB 18030', bytes('\xd6\xd0\xce\xc4', 'text/markdown;charset=gb18030'), '中文'],
    ['a charset nobody knows, as UTF-8', bytes('Caf\xc3\xa9', 'text/markdown;charset=martian'), 'Café'],
    ['nothing', echo(''), ''],
  ];
  for (const [name, src, text] of texts)
    it(`is read as what it is: ${name}`, async () => {
      const page = await show(src);
      expect(page.textContent.trim()).to.equal(text);
      expect(statesOf(page)).to.deep.equal(['ready']);
      expect(toldEvents()).to.deep.equal(['doc-load', 'doc-render']);
    });

  const broken: [name: string, binary: string, text: string, line: number][] = [
    ['bytes that are none', '# A\n\nCaf\xe9 \xff', 'Caf\ufffd \ufffd', 3],
    ['cut off in a character', 'One\n\nTwo \xe2\x9c', 'Two \ufffd', 3],
    ['cut off in a pair', '\xf0\x9f\x98', '\ufffd', 1],
  ];
  for (const [name, binary, text, line] of broken)
    it(`is shown as far as it is UTF-8, and says where not: ${name}`, async () => {
      const page = await show(bytes(binary, 'text/markdown'));
      expect(page.querySelector('p:last-of-type')?.textContent).to.equal(text);
      expect(statesOf(page)).to.deep.equal(['ready']);
      expect(toldEvents()).to.deep.equal(['doc-load', 'doc-render', 'doc-problem']);
      expect(page.problems.map(({ code, place }) => [code, place?.line])).to.deep.equal([
        ['text-invalid-utf8', line],
      ]);
    });

  describe('by way of a redirect', () => {
    const BODY = '[link](b.md) ![image](c.png)';
    const links = (page: DocPage): string[] => [
      ...[...page.querySelectorAll<HTMLAnchorElement>('p a')].map(({ href }) => href),
      ...[...page.querySelectorAll('img')].map(({ src }) => src),
    ];

    it('has links relative to where it was found', async () => {
      const page = await show(redirect(`${FAULT}echo/docs/a.md?body=${encodeURIComponent(BODY)}`));
      expect(links(page)).to.deep.equal([`${FAULT}echo/docs/b.md`, `${FAULT}echo/docs/c.png`]);
    });

    it('and another', async () => {
      const page = await show(redirect(redirect(`${FAULT}echo/docs/a.md?body=${encodeURIComponent(BODY)}`)));
      expect(links(page)).to.deep.equal([`${FAULT}echo/docs/b.md`, `${FAULT}echo/docs/c.png`]);
    });

    it('to another site that lets it be read', async () => {
      const { origin } = await json<{ origin: string }>('closed');
      await json(`closed/${new URL(origin).port}`);
      const body = encodeURIComponent(BODY);
      const page = await show(redirect(`${origin}/__fault/echo/docs/a.md?cors=*&body=${body}`));
      expect(links(page)).to.deep.equal([
        `${origin}/__fault/echo/docs/b.md`,
        `${origin}/__fault/echo/docs/c.png`,
      ]);
    });

    it('has links relative to its base, where it has one', async () => {
      const src = redirect(`${FAULT}echo/docs/a.md?body=${encodeURIComponent(BODY)}`);
      const page = await show(src, 'base="https://example.org/x/"');
      expect(links(page)).to.deep.equal(['https://example.org/x/b.md', 'https://example.org/x/c.png']);
    });
  });

  describe('slowly', () => {
    it('is shown within its deadline', async () => {
      const page = await show(`${FAULT}drip?ms=5`);
      expect(page.textContent).to.include('Text of the section.');
      expect(told[0]).to.equal(':loading');
    });

    it('has ten seconds by default, and as many as it is given', async () => {
      const deadlines: number[] = [];
      const original = window.setTimeout.bind(window);
      window.setTimeout = ((callback: () => void, delay = 0) => {
        if (delay > 2000) deadlines.push(delay);
        return original(callback, delay > 2000 ? 300 : delay);
      }) as typeof setTimeout;
      try {
        for (const attributes of ['', 'timeout="4000"', 'timeout="x"', 'timeout="-1"', 'timeout="0"']) {
          const page = await show(`${FAULT}hang`, attributes);
          expect(statesOf(page)).to.deep.equal(['error']);
        }
      } finally {
        window.setTimeout = original;
      }
      expect(deadlines.filter((delay) => delay === 10_000)).to.have.lengthOf(4);
      expect(deadlines.filter((delay) => delay === 4000)).to.have.lengthOf(1);
    });

    it('has no deadline where it is given Infinity', async () => {
      const page = await show(`${FAULT}slow?ms=100`, 'timeout="Infinity"');
      expect(statesOf(page)).to.deep.equal(['ready']);
    });
  });
});
