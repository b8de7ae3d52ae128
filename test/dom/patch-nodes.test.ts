import { expect } from 'chai';
import { fc } from '../property.js';
import { patchNodes } from '../../src/dom/patch-nodes.js';

const parse = (html: string): ChildNode[] => {
  const template = document.createElement('template');
  template.innerHTML = html;
  return [...template.content.childNodes];
};

const patch = (
  before: string,
  after: string,
  change: (root: Element) => void = () => undefined,
): HTMLElement => {
  const root = document.createElement('div');
  root.innerHTML = before;
  change(root);
  patchNodes(root, { live: [...root.childNodes], before: parse(before), after: parse(after) }, null);
  return root;
};

describe('patchNodes', () => {
  it('keeps what is the same before and after a change', () => {
    let kept: (ChildNode | undefined)[] = [];
    const root = patch('<p>a</p><p>b</p><p>c</p>', '<p>a</p><ul><li>x</li></ul><p>c</p>', (element) => {
      kept = [element.childNodes[0], element.childNodes[2]];
    });
    expect([root.childNodes[0], root.childNodes[2]]).to.deep.equal(kept);
  });

  it('keeps what a reader has opened inside an element that has grown', () => {
    const root = patch(
      '<details><summary>s</summary><p>x</p></details>',
      '<details><summary>s</summary><p>x</p><p>y</p></details>',
      (element) => element.querySelector('details')?.setAttribute('open', ''),
    );
    expect(root.querySelector('details')?.open).to.equal(true);
    expect(root.querySelectorAll('p')).to.have.lengthOf(2);
  });

  it('replaces an element that has other attributes, or another structure than it was made with', () => {
    expect(patch('<p class="a">x</p>', '<p class="b">x</p>').innerHTML).to.equal('<p class="b">x</p>');
    const root = patch('<p>x</p>', '<p>y</p>', (element) => element.querySelector('p')?.append('foreign'));
    expect(root.innerHTML).to.equal('<p>y</p>');
  });

  const inline = fc.stringMatching(/^[a-c ]{0,4}$/);
  const { html } = fc.letrec<{ html: string; node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      inline,
      fc
        .tuple(fc.constantFrom('p', 'b', 'ul', 'div class="x"'), tie('html'))
        .map(([tag, inner]) => `<${tag}>${inner}</${tag.split(' ')[0] ?? ''}>`),
    ),
    html: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
  }));

  it('makes any content of any other', () => {
    fc.assert(
      fc.property(html, html, (before, after) => {
        const expected = document.createElement('div');
        expected.append(...parse(after));
        expect(patch(before, after).innerHTML).to.equal(expected.innerHTML);
      }),
      { numRuns: 300 },
    );
  });
});
