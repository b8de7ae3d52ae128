import { expect } from 'chai';
import { html as names, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { fateOf, restrictAttribute } from '../../src/model/restrict.js';
import { sanitizeHtml } from '../../src/server/sanitize.js';
import { fc } from '../property.js';
import { PAYLOADS } from '../security/vectors.js';
import { CASES } from '../source/html/cases.js';
import { write } from '../source/html/oracle.js';

const div = parseFragment('<div></div>').childNodes[0] as Tree.Element;

/** Whether it stays depends on other attributes as well: the cases of all sinks have them. */
const DEPENDENT = new Set(['id', 'name', 'rel', 'target']);

/** The tree of some HTML; `restricted` leaves only what the list allows. */
function read(html: string, restricted: boolean): Tree.DocumentFragment {
  const prune = (parent: Tree.ParentNode): Tree.ChildNode[] =>
    parent.childNodes.flatMap((node): Tree.ChildNode[] => {
      if (node.nodeName === '#text') return [node];
      if (!('tagName' in node)) return restricted ? [] : [node];
      const { tagName, namespaceURI } = node;
      const fate = !restricted ? 'keep' : namespaceURI === names.NS.HTML ? fateOf(tagName) : 'drop';
      if (fate === 'drop' || tagName === 'input') return [];
      node.attrs = node.attrs.filter(
        ({ name, value }) =>
          !DEPENDENT.has(name) && (!restricted || restrictAttribute(tagName, name, value) !== undefined),
      );
      node.childNodes = prune(node);
      return fate === 'unwrap' ? node.childNodes : [node];
    });
  const fragment = parseFragment(div, html, { scriptingEnabled: false });
  fragment.childNodes = prune(fragment);
  return fragment;
}

/** What is wrong with what is left of some HTML, or `undefined`: parse5 is the judge. */
function findFault(html: string): string | undefined {
  const sanitized = sanitizeHtml(html);
  const ours = write(read(sanitized, false));
  // Some trees (a link in a link, say) cannot be written as HTML at all: both are read once more.
  const theirs = write(read(write(read(html, true)), false));
  return ours === theirs
    ? undefined
    : `${JSON.stringify(html)}\n  written ${sanitized}\n  ours    ${ours}\n  parse5  ${theirs}`;
}

const PIECES = [
  '<div>',
  '</div>',
  '<p>',
  '</p>',
  '<b>',
  '</b>',
  '<i class="x">',
  '</i>',
  '<a href="x">',
  '<a href=javascript&colon;x>',
  '</a>',
  '<table>',
  '<tr>',
  '<td>',
  '</td>',
  '</table>',
  '<caption>',
  '<ul>',
  '<li>',
  '</ul>',
  '<details open>',
  '<summary>',
  '</details>',
  '<pre>\n',
  '</pre>',
  '<h2 title="&copy=1&copy;&lt">',
  '</h2>',
  "<img src=x alt='\"&amp;' onerror=hit()>",
  '<svg>',
  '</svg>',
  '<math><mi>',
  '</math>',
  '<script>',
  '</script>',
  '<style>',
  '</style>',
  '<title>',
  '</title>',
  '<textarea>',
  '</textarea>',
  '<noscript>',
  '</noscript>',
  '<template>',
  '</template>',
  '<form>',
  '</form>',
  '<plaintext>',
  '<iframe>',
  '</iframe>',
  '<x-y>',
  '<!-- c -->',
  '<!',
  '</>',
  '<p',
  '">',
  '<',
  'x',
  ' ',
  '\n',
  '\u00a0',
  '&am',
  'p;',
  '&lt',
  '&NotEqualTilde;',
  '&#128;',
  '&#x0;',
];

describe('sanitizeHtml reads HTML as the standard says', () => {
  for (const html of [
    ...PAYLOADS,
    ...Object.values(CASES).flatMap((cases) => cases.map((each) => each.html)),
  ])
    it(html, () => {
      expect(findFault(html)).to.equal(undefined);
    });

  it('whatever it is made of', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 10 }), (pieces) => {
        expect(findFault(pieces.join(''))).to.equal(undefined);
      }),
      { numRuns: 5000 },
    );
  }).timeout(60_000);
});
