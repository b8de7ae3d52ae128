import { expect } from 'chai';
import { withoutInlineCode } from '../../../src/source/html/inline-code.js';

describe('raw HTML without inline code', () => {
  for (const [html, expected] of [
    ['<p style="color: red" align="center">a</p>', '<p align="center">a</p>'],
    ['<img src=a.png ONERROR=hit() alt="a">', '<img src=a.png alt="a">'],
    ['<p\nonclick=\'hit(">")\'\n>a</p>', '<p\n>a</p>'],
    ['<p onclick=1 onclick=2 style>a</p>', '<p>a</p>'],
    ['<p title="a style=b">on = style="x"</p>', '<p title="a style=b">on = style="x"</p>'],
    ['<!-- <p title=" --> <b title="a style=b">', '<!-- <p title=" --> <b title="a style=b">'],
    ['<title><p style="x"></title>', '<title><p style="x"></title>'],
    ['<p class="online style">a</p>', '<p class="online style">a</p>'],
    ['no tag, style=', 'no tag, style='],
  ] as const)
    it(html.replace(/\n/g, ' '), () => expect(withoutInlineCode(html)).to.equal(expected));
});
