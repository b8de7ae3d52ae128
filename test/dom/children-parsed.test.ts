import { expect } from 'chai';
import { childrenParsed } from '../../src/dom/children-parsed.js';
import { find, frames, mount, removeFixtures } from './fixture.js';

/** A document whose text arrives piece by piece. */
function openDocument(): Document {
  const document = find<HTMLIFrameElement>(mount('<iframe></iframe>'), 'iframe').contentDocument;
  if (!document) throw new Error('the frame has no document');
  document.open();
  return document;
}

/** Gives the parser another piece of text; nothing else feeds a parser bit by bit. */
function feed(document: Document, text: string): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  document.write(text);
}

/** Whether a promise has come to its end by now. */
async function isSettled(promise: Promise<void> | undefined): Promise<boolean> {
  let settled = false;
  void promise?.then(() => (settled = true));
  await frames(2);
  return settled;
}

describe('childrenParsed', () => {
  afterEach(removeFixtures);

  const later: [name: string, first: string, rest: string][] = [
    ['its end tag and something after it', '<body><x-a><p>1</p>', '<p>2</p></x-a><p>after</p>'],
    ['text after its end tag', '<body><x-a>', '</x-a>text'],
    ['something after its parent', '<body><div><x-a>', '</x-a></div><p>after</p>'],
  ];
  for (const [name, first, rest] of later)
    it(`resolves with ${name}`, async () => {
      const document = openDocument();
      feed(document, first);
      const parsed = childrenParsed(find(document, 'x-a'));
      expect(await isSettled(parsed)).to.be.false;
      feed(document, rest);
      expect(await isSettled(parsed)).to.be.true;
      expect(childrenParsed(find(document, 'x-a'))).to.be.undefined;
      document.close();
    });

  it('waits while children arrive', async () => {
    const document = openDocument();
    feed(document, '<body><x-a><p>1</p>');
    const parsed = childrenParsed(find(document, 'x-a'));
    feed(document, '<p>2</p><x-b>');
    const inner = childrenParsed(find(document, 'x-b'));
    feed(document, '</x-b><p>3</p>');
    expect(await isSettled(inner), 'the inner one').to.be.true;
    expect(await isSettled(parsed), 'the outer one').to.be.false;
    feed(document, '</x-a>.');
    expect(await isSettled(parsed)).to.be.true;
    document.close();
  });

  it('resolves when the document ends with it', async () => {
    const document = openDocument();
    feed(document, '<body><x-a><p>1</p>');
    const parsed = childrenParsed(find(document, 'x-a'));
    expect(await isSettled(parsed)).to.be.false;
    document.close();
    await parsed;
  });

  it('resolves when the element is taken out', async () => {
    const document = openDocument();
    feed(document, '<body><x-a><p>1</p>');
    const parsed = childrenParsed(find(document, 'x-a'));
    find(document, 'x-a').remove();
    expect(await isSettled(parsed)).to.be.true;
    document.close();
  });

  it('gives those who ask twice the same promise', () => {
    const document = openDocument();
    feed(document, '<body><x-a>');
    const element = find(document, 'x-a');
    expect(childrenParsed(element)).to.equal(childrenParsed(element));
    document.close();
  });

  it('has nothing to wait for in a document that is parsed', () => {
    const root = mount('<p>x</p>');
    expect(childrenParsed(find(root, 'p'))).to.be.undefined;
    expect(childrenParsed(document.createElement('p'))).to.be.undefined;
  });

  it('has nothing to wait for in front of what is parsed already', () => {
    const document = openDocument();
    feed(document, '<body><x-a></x-a><p>after');
    expect(childrenParsed(find(document, 'x-a'))).to.be.undefined;
    document.close();
  });
});
