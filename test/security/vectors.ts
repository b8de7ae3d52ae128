/** A text that tries to do something in the page that shows it. `hit()` is what it must not call, `/__steal` what it must not load. */
export interface Vector {
  readonly name: string;
  readonly kind: 'markdown' | 'data';
  readonly text: string;
}

/** HTML that would run, load, send, cover or rename something. */
export const PAYLOADS: readonly string[] = [
  '<script>hit()</script>',
  '<script src="/__steal.js"></script>',
  '<script type="module">hit()</script>',
  '<img src="x" onerror="hit()">',
  '<img src=x onerror=hit()//',
  '<img/src="x"/onerror="hit()">',
  '<video src="x" onerror="hit()" onloadstart="hit()"></video>',
  '<video><source src="x" onerror="hit()"></video>',
  '<audio src="x" onerror="hit()"></audio>',
  '<details open ontoggle="hit()"><summary>a</summary></details>',
  '<p onclick="hit()" onmouseover="hit()" onfocus="hit()" onpointerenter="hit()" tabindex="0" autofocus>a</p>',
  '<p style="animation: a 1s" onanimationstart="hit()" ontransitionend="hit()">a</p>',
  '<body onload="hit()" onhashchange="hit()" onbeforeprint="hit()" onpageshow="hit()">a</body>',
  '<svg onload="hit()"><script>hit()</script><animate onbegin="hit()" attributeName="x" dur="1s"/></svg>',
  '<svg><a href="javascript:hit()"><text y="20">a</text></a><use href="/__steal.svg#a"/></svg>',
  '<svg><foreignObject><iframe src="/__steal"></iframe></foreignObject></svg>',
  '<math><maction actiontype="statusline" href="javascript:hit()">a</maction></math>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=hit()&gt;">',
  '<svg><p><style><g title="</style><img src=x onerror=hit()>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=hit()>',
  '<noscript><p title="</noscript><img src=x onerror=hit()>">',
  '<textarea><p title="</textarea><img src=x onerror=hit()>">',
  '<title><p title="</title><img src=x onerror=hit()>">',
  '<xmp><p title="</xmp><img src=x onerror=hit()>">',
  '<iframe src="javascript:hit()"></iframe>',
  '<iframe srcdoc="<script>parent.hit()</script>"></iframe>',
  '<iframe src="/__steal"></iframe>',
  '<object data="/__steal" type="text/html"></object><embed src="/__steal">',
  '<object data="javascript:hit()"></object>',
  '<link rel="stylesheet" href="/__steal.css"><link rel="prefetch" href="/__steal">',
  '<style>@import "/__steal.css"; * { background: url(/__steal) }</style>',
  '<p style="background: url(/__steal); position: fixed; inset: 0; z-index: 9999">a</p>',
  '<base href="//evil.example/"><meta http-equiv="refresh" content="0;url=/__steal">',
  '<form action="/__steal"><input name="password" type="password"><button formaction="/__steal">a</button></form>',
  '<input type="image" src="/__steal" onerror="hit()"><input autofocus onfocus="hit()">',
  '<select autofocus onfocus="hit()"><option>a</option></select><textarea autofocus onfocus="hit()"></textarea>',
  '<a href="javascript:hit()">a</a>',
  '<a href="java&#115;cript&colon;hit()">a</a>',
  '<a href=" &#1;javascript:hit()">a</a>',
  '<a href="java\tscr\nipt:hit()">a</a>',
  '<a href="JaVaScRiPt:hit()" target="_blank">a</a>',
  '<a href="data:text/html,<script>opener.hit()</script>" target="_blank">a</a>',
  '<a href="vbscript:hit()">a</a><a href="blob:x">b</a><a href="file:///etc/passwd">c</a>',
  '<a href="/x" ping="/__steal">a</a>',
  '<a href="/x" target="_top">a</a><a href="/x" target="host">b</a>',
  '<area href="javascript:hit()" shape="default"><map name="m"><area href="javascript:hit()"></map>',
  '<img src="a.png" name="cookie"><img src="a.png" id="getElementById" name="getElementById">',
  '<a id="config" href="//evil.example/">a</a><a id="config" name="url" href="//evil.example/">b</a>',
  '<form id="documentElement" name="body"><input name="attributes"><input name="parentNode"></form>',
  '<img name="currentScript" src="a.png"><img name="customElements" src="a.png"><img name="location" src="a.png">',
  '<p id="__proto__">a</p><p id="constructor">b</p><a name="prototype">c</a>',
  '<template shadowrootmode="open"><img src="x" onerror="hit()"></template>',
  '<div><template shadowrootmode="open"><style>:host { position: fixed }</style></template>a</div>',
  '<p slot="header" part="x" is="x-y">a</p><slot name="toc"></slot>',
  '<doc-page src="/__steal.md">a</doc-page>',
  '<doc-section src="/__steal.md" trusted>a</doc-section>',
  '<doc-section><script type="text/markdown"><img src=x onerror=hit()></script></doc-section>',
  '<doc-section><script type="application/json">{"body":"<img src=x onerror=hit()>"}</script></doc-section>',
  '<repo-link repo="a/b" live data="{}" href="javascript:hit()">a</repo-link>',
  '<doc-toc for="x" src="/__steal"><nav><a href="javascript:hit()">a</a></nav></doc-toc>',
  '<doc-code src="/__steal"><pre><code class="language-mermaid">click A "javascript:hit()"</code></pre></doc-code>',
  '<doc-callout src="/__steal" style="position: fixed">a</doc-callout>',
  '<marquee onstart="hit()">a</marquee><blink onclick="hit()">b</blink><isindex action="javascript:hit()">',
  '<p popover id="p" onbeforetoggle="hit()">a</p><button popovertarget="p" commandfor="p" command="show-popover">b</button>',
  '<dialog open style="inset: 0">a</dialog>',
  '<table background="/__steal"><td background="javascript:hit()">a</td></table>',
  '<img src="a.png" srcset="javascript:hit() 1x, data:image/svg+xml,<svg onload=hit()> 2x">',
  "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='hit()'/>\">",
  '<video poster="javascript:hit()" src="/a.mp4"></video><track src="javascript:hit()">',
  '<p contenteditable oninput="hit()" accesskey="x" draggable="true" ondragstart="hit()">a</p>',
  '<x<y onclick=hit()>z</x<y><svg/onload=hit()>',
  '<<script>hit()//<</script>',
  '<scr<script>ipt>hit()</scr</script>ipt>',
  '<!--><img src=x onerror=hit()>-->',
  '<!-- --!><img src=x onerror=hit()>-->',
  '<![CDATA[<img src=x onerror=hit()>]]>',
  '<?xml version="1.0"?><img src=x onerror=hit()>',
  '<plaintext><img src=x onerror=hit()>',
  '<frameset onload="hit()"><frame src="/__steal"></frameset>',
  '<p onstart=hit() onbegin=hit() onend=hit() onrepeat=hit() onfinish=hit()>a</p>',
  // What changes its shape where it is parsed once more, or deeper than browsers go.
  '<math><mtext><table><mglyph><style><math><![CDATA[</style><img src=x onerror=hit()>]]>',
  '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=hit() src>">',
  '<math><annotation-xml encoding="text/html"><style><img src=x onerror=hit()></style></annotation-xml></math>',
  '<svg></p><style><a id="</style><img src=1 onerror=hit()>">',
  '<svg><title><style><a title="</style><img src=x onerror=hit()>">',
  '<svg><desc><table><style><a title="</style></svg><img src onerror=hit()>">',
  '<table><caption><svg><style></table><img src=x onerror=hit()>',
  '<table><td><svg><desc><td><img src=x onerror=hit()>',
  '<noscript><style></noscript><img src=x onerror=hit()></style>',
  '<div><noscript><p>a</div>b<img src=x onerror=hit()></noscript>c',
  '<noembed><p title="</noembed><img src=x onerror=hit()>">',
  '<b><template></b><img src=x onerror=hit()></template>a',
  '<math><mi><mglyph><malignmark><svg><script>hit()</script><a xlink:href="javascript:hit()">a</a>',
  '<svg><set attributeName="href" to="javascript:hit()"/><animate attributeName="onclick" values="hit()"/></svg>',
  '<svg><image href="/__steal.png"/><feImage href="/__steal.png"/><style>@import "/__steal.css"</style></svg>',
  '<textarea><template ></textarea>b<title><object ></title>c<template>d<p>e',
  '<b><object data="/__steal"></b>a<p>b</object>c</p><i><object><p>d</i></object>',
  '<div><template shadowrootmode="open" SHADOWROOTMODE=closed shadowrootclonable>a shadowrootmode-b</template>shadowroot</div>',
  '<img alt="the <template> and </object > elements" src="/__image" title="<noscript >">',
  // An element of the host's, where it has asked for one.
  '<my-map src="javascript:hit()" href="java%73cript:hit()" data-link=" java&Tab;script:hit()" onload="hit()" is="x" style="position: fixed" id="config" name="cookie">a</my-map>',
  '<my-map src="data:text/html,<script>hit()</script>" slot="toc" part="x" popover formaction="/__steal" accesskey="a">a</my-map>',
  // What newer browsers act on.
  '<p interestfor="a" popovertarget="a" commandfor="a" command="--x" closedby="any">a</p><p id="a" popover="auto">b</p>',
  '<img src="/__image" attributionsrc="/__steal"><a href="/x" attributionsrc="/__steal">a</a>',
  '<button popovertarget="a" popovertargetaction="show">a</button><selectedcontent></selectedcontent>',
  '<fencedframe src="/__steal"></fencedframe><portal src="/__steal"></portal><webview src="/__steal"></webview>',
  '<permission type="geolocation">a</permission><geolocation>b</geolocation><model src="/__steal">c</model>',
  '<script type="speculationrules">{"prefetch":[{"urls":["/__steal"]}]}</script>',
  '<script type="importmap">{"imports":{"lit":"/__steal.js"}}</script>',
  '<a href="/x" onbeforetoggle="hit()" oncontentvisibilityautostatechange="hit()" onscrollend="hit()">a</a>',
  // Styles.
  '<link rel="stylesheet" href="data:text/css,*{position:fixed}"><style media="all">*{position:fixed}</style>',
  '<p style="behavior: url(/__steal); -moz-binding: url(/__steal)">a</p><font style="color: expression(hit())">b</font>',
  '<table><tr style="background: image-set(url(/__steal) 1x)"><td style="list-style: url(/__steal)">a</td></tr></table>',
  '<xml style="position:fixed"><a style="--doc-text-color: url(/__steal)">a</a></xml>',
  // Forms and the document's own names.
  '<input type="checkbox" form="f" name="x" value="y" formaction="/__steal" onchange="hit()"><label for="x">a</label>',
  '<input type="hidden" name="_charset_"><input type="file"><output name="cookie">a</output><fieldset name="body"></fieldset>',
  '<a id="trustedTypes" href="/x">a</a><a id="Sanitizer" href="/x">b</a><a id="navigation" name="caches" href="/x">c</a>',
  '<form name="attributes"><input name="nodeName"><input id="firstChild"><input name="removeChild"></form>',
  '<iframe name="customElements"></iframe><object id="implementation" name="createElement"></object><embed name="hit2">',
  '<p http-equiv="refresh" content="0;url=/__steal" srcdoc="<script>hit()</script>" base="/x">a</p>',
  // Our own elements, with what they do for a host.
  '<doc-section data="{}" markdown="a" live repos="/__steal.json" allow="script" forges="a=gitea">a</doc-section>',
  '<doc-section heading="a"><doc-section src="/__steal.md"><doc-page src="/__steal.md"></doc-page></doc-section></doc-section>',
  '<repo-link repo="a/b" variant="card" live forges="/__steal=gitea" repos="/__steal.json" data=\'{"description":"x"}\'>a</repo-link>',
  '<repo-link href="java%73cript:hit()" repo="javascript:hit()"><a href="javascript:hit()">a</a></repo-link>',
  '<doc-toc slot="toc" data-doc-chrome collapse><nav><ol><li><a href="java&Tab;script:hit()">a</a></li></ol></nav></doc-toc>',
  '<div class="doc-header" slot="header"><h1 id="x"><img src=x onerror=hit()></h1></div><div class="doc-lead">a</div>',
  '<section class="footnotes" data-footnotes><ol><li id="fn-1" onclick="hit()">a <a href="javascript:hit()" data-footnote-backref>b</a></li></ol></section>',
  '<div class="doc-block doc-block-people"><a class="doc-url" href="javascript:hit()">a</a></div>',
  '<doc-code tab="<img src=x onerror=hit()>" numbers="x"><pre title="<img src=x onerror=hit()>"><code class="language-__proto__">a</code></pre></doc-code>',
  '<doc-callout kind="__proto__" heading="<img src=x onerror=hit()>" collapsible open>a</doc-callout>',
];

/** HTML that parsers read in different ways: of another depth, or of another year's standard. */
const DISPUTED: readonly string[] = [
  '<select><option><style></option></select><b><style><style></style><img src=x onerror=hit()>',
  `${'<div>'.repeat(505)}<table><caption><svg><title><style><a title="</style><img src=x onerror=hit()>">`,
  `${'<b>'.repeat(510)}<form><math><mtext></form><form><mglyph><style></math><img src onerror=hit()>`,
];

/** URLs that would run or load something. */
export const URLS: readonly string[] = [
  'javascript:hit()',
  'JAVASCRIPT:hit()',
  'java&#x73;cript:hit()',
  'javascript&colon;hit()',
  'javascript&#58;hit()',
  '&#1;javascript:hit()',
  'java&Tab;script:hit()',
  'java&NewLine;script:hit()',
  'javascript:%68it()',
  'java%0ascript:hit()',
  'vbscript:hit()',
  'data:text/html,<script>hit()</script>',
  'data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==',
  'data:image/svg+xml,%3Csvg%20onload=%22hit()%22/%3E',
  'blob:https://a.example/x',
  'filesystem:https://a.example/x',
  'file:///etc/passwd',
  'view-source:https://a.example',
  'feed:javascript:hit()',
  'jar:javascript:hit()',
  'java%73cript:hit()',
  '%6a%61%76%61%73%63%72%69%70%74:hit()',
  'javascript%3Ahit()',
  'java%09script%3ahit()',
  'd%61ta:text/html,<script>hit()</script>',
  'javascript&#x3A;hit()',
  'jav&#x00000061;script:hit()',
  '&#xFEFF;javascript:hit()',
  '&nbsp;javascript:hit()',
  'java&shy;script:hit()',
  'javascript:/*--></title></style>*/hit()',
  'javascript://a.example/%0Ahit()',
  'livescript:hit()',
  'mhtml:http://a.example/x!y',
  'data:application/xhtml+xml,<script xmlns="http://www.w3.org/1999/xhtml">hit()</script>',
  'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIG9ubG9hZD0iaGl0KCkiLz4=',
  'data:image/png,x',
  'about:blank',
  'ms-msdt:/id PCWDiagnostic',
  'intent://a.example#Intent;scheme=javascript;end',
];

/** Text that would leave an attribute. */
export const BREAKOUTS: readonly string[] = [
  '" onclick="hit()" x="',
  "' onclick='hit()' x='",
  '"><img src=x onerror=hit()>',
  "'><img src=x onerror=hit()>",
  '</a><img src=x onerror=hit()>',
  '&quot; onmouseover=&quot;hit()',
  '\\" onclick=\\"hit()',
  '`onclick=hit()`',
  '</code></pre><img src=x onerror=hit()>',
  '</title></style></script><img src=x onerror=hit()>',
];

const json = (value: unknown): string => JSON.stringify(value);

type Surface = readonly [name: string, kind: Vector['kind'], write: (text: string) => string];

const HTML_SURFACES: readonly Surface[] = [
  ['a block of HTML', 'markdown', (html) => `# A\n\n${html}\n\ntext`],
  ['HTML in a paragraph', 'markdown', (html) => `text ${html} text`],
  ['a heading', 'markdown', (html) => `## A ${html.replace(/\n/g, ' ')}\n\ntext`],
  [
    'the body of data',
    'data',
    (html) => json({ title: 'A', body: html, sections: [{ heading: html, body: html }] }),
  ],
];

const URL_SURFACES: readonly Surface[] = [
  [
    'URLs of HTML',
    'markdown',
    (url) =>
      `<a href="${url.replace(/"/g, '')}">a</a><img src='${url.replace(/'/g, '')}' alt="a"><img srcset="${url.replace(/"/g, '')} 1x" alt="a">`,
  ],
  [
    'URLs of data',
    'data',
    (url) =>
      json({
        title: 'A',
        repo: url,
        body: `[a](${url})`,
        blocks: [{ kind: 'links', links: [{ title: 'a', url }] }],
      }),
  ],
  [
    'an alias of YAML',
    'markdown',
    (url) =>
      `---\na: &a ${json(url)}\nrepo: *a\nlinks: [*a]\n---\n\`\`\`yaml doc:links\n- &b {title: a, url: ${json(url)}}\n- *b\n\`\`\``,
  ],
  ['a link', 'markdown', (url) => `[a](${url})`],
  ['a link in angle brackets', 'markdown', (url) => `[a](<${url}> "t")`],
  ['an image', 'markdown', (url) => `![a](${url})`],
  ['a reference', 'markdown', (url) => `[a][b] ![c][b]\n\n[b]: <${url}>`],
  ['an autolink', 'markdown', (url) => `<${url}>`],
  ['an image in a link', 'markdown', (url) => `[![a](${url})](${url})`],
  [
    'a repository link',
    'markdown',
    (url) =>
      `<repo-link href="${url.replace(/"/g, '')}"><a href="${url.replace(/"/g, '')}">a</a></repo-link>`,
  ],
];

const BREAKOUT_SURFACES: readonly Surface[] = [
  [
    'an address',
    'markdown',
    (text) => `https://a.example/${text} www.a.example/${text} <https://a.example/${text}>`,
  ],
  ['an address of mail', 'markdown', (text) => `a@b.example${text} <a@b.example${text}>`],
  [
    'a title of a reference',
    'markdown',
    (text) => `[a][b] ![a][b]\n\n[b]: /__image (${text.replace(/[()]/g, '')})`,
  ],
  ['the text of a note', 'markdown', (text) => `a[^1]\n\n[^1]: ${text}`],
  ['a container', 'markdown', (text) => `::: note ${text}\na\n:::\n\n??? tip "${text}"\n    a`],
  [
    'what stands over code',
    'markdown',
    (text) =>
      ['title', 'tab', 'file']
        .map((name) => `\`\`\`js ${name}="${text.replace(/`/g, '')}" {1} \na\n\`\`\``)
        .join('\n\n'),
  ],
  [
    'a repository',
    'markdown',
    (text) =>
      ['repo', 'show', 'variant', 'class', 'id']
        .map((name) => `<repo-link ${name}="${text.replace(/"/g, '&quot;')}">a</repo-link>`)
        .join(' '),
  ],
  [
    'a block in YAML',
    'markdown',
    (text) =>
      `\`\`\`yaml doc:people\n- &a\n  name: ${json(text)}\n  role: ${json(text)}\n  url: ${json(text)}\n- *a\n\`\`\`\n\n\`\`\`yaml doc:links\n- {title: ${json(text)}, url: ${json(text)}, description: ${json(text)}}\n\`\`\``,
  ],
  ['a formula', 'markdown', (text) => `$\\href{javascript:hit()}{${text}}$\n\n$$\n\\text{${text}}\n$$`],
  [
    'a title',
    'markdown',
    (text) => `[a](/b "${text.replace(/"/g, '\\"')}") ![a](/__image "${text.replace(/"/g, '\\"')}")`,
  ],
  ['alternative text', 'markdown', (text) => `![${text}](/__image)`],
  ['a link text', 'markdown', (text) => `[${text}](/b)`],
  ['an info string', 'markdown', (text) => `\`\`\`${text.replace(/`/g, '')}\na\n\`\`\``],
  ['a tilde fence', 'markdown', (text) => `~~~js ${text}\na\n~~~`],
  ['code', 'markdown', (text) => `\`\` ${text} \`\``],
  ['a heading', 'markdown', (text) => `## ${text}\n\n## B`],
  ['a label', 'markdown', (text) => `[a][${text}]\n\n[${text}]: /b\n\n[^${text.replace(/\s/g, '')}]`],
  [
    'front matter',
    'markdown',
    (text) =>
      `---\ntitle: ${json(text)}\ndescription: ${json(text)}\nlang: ${json(text)}\ndir: ${json(text)}\n---\n## A`,
  ],
  ['an alias of YAML', 'markdown', (text) => `---\na: &a ${json(text)}\ntitle: *a\nlang: *a\n---\n## A`],
  [
    'a template',
    'markdown',
    (text) => `---\nx: ${json(text)}\n---\n<a title="{{ page.x }}">{{ page.x }}</a>`,
  ],
  [
    'data',
    'data',
    (text) =>
      json({
        title: text,
        lang: text,
        dir: text,
        description: text,
        sections: [{ heading: text, id: text }],
      }),
  ],
  ['an attribute list', 'markdown', (text) => `## A {#${text}}\n\na\n{: .${text} onclick="hit()"}`],
  ['a mention of a repository', 'markdown', (text) => `[a](https://github.com/${text}/${text})`],
  ['a cell', 'markdown', (text) => `|a|\n|-|\n|${text.replace(/\|/g, '')}|`],
  ['an alert', 'markdown', (text) => `> [!NOTE] ${text}\n> ${text}\n\n> [!${text}]\n> a`],
];

/** Elements of ours that content may hold. */
const OWN_TAGS = ['doc-section', 'doc-callout', 'doc-code', 'doc-toc', 'repo-link'] as const;

/** What no table makes. */
const OTHERS: readonly Vector[] = [
  [
    '__proto__ in data',
    'data',
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"title":"a"}',
  ],
  [
    '__proto__ in front matter',
    'markdown',
    '---\n__proto__:\n  polluted: 1\nconstructor: {prototype: {polluted: 1}}\n---\na',
  ],
  [
    '__proto__ in TOML',
    'markdown',
    '+++\n[__proto__]\npolluted = 1\n[constructor.prototype]\npolluted = 1\n+++\na',
  ],
  [
    '__proto__ as a label',
    'markdown',
    '[a][__proto__] [constructor] [toString][]\n\n[^__proto__]\n\n[__proto__]: /x\n\n[^__proto__]: a',
  ],
  ['__proto__ as headings', 'markdown', '## __proto__\n\n## constructor\n\n## toString\n\n## hasOwnProperty'],
  [
    'names of document properties as headings',
    'markdown',
    '## cookie\n\n## body\n\n## location\n\n## forms\n\n## currentScript',
  ],
  ['merge keys', 'markdown', '---\na: &a {polluted: 1}\n__proto__: {<<: *a}\n---\na'],
  ['a page in a page', 'markdown', '<doc-page><doc-page src="/__steal.md"></doc-page></doc-page>'],
  ...OWN_TAGS.map((tag) => [`<${tag}> 2,000 deep`, 'markdown', `${`<${tag}>`.repeat(2000)}a`]),
  [
    'a lookup of every property',
    'data',
    '{"title":"a","blocks":[{"kind":"__proto__"},{"kind":"constructor","constructor":{"polluted":1}},{"kind":"toString"}],"sections":[{"heading":"a","__proto__":{"polluted":1}}]}',
  ],
  [
    'merge keys in a block',
    'markdown',
    '```yaml doc:people\n- <<: {__proto__: {polluted: 1}}\n  name: a\n```',
  ],
].map(([name = '', kind, text = '']) => ({ name, kind: kind as Vector['kind'], text }));

const cross = (payloads: readonly string[], surfaces: readonly Surface[]): Vector[] =>
  surfaces.flatMap(([name, kind, write]) =>
    payloads.map((payload) => ({ name: `${name}: ${payload}`, kind, text: write(payload) })),
  );

export const VECTORS: readonly Vector[] = [
  ...cross([...PAYLOADS, ...DISPUTED], HTML_SURFACES),
  ...cross(URLS, URL_SURFACES),
  ...cross(BREAKOUTS, BREAKOUT_SURFACES),
  ...OTHERS,
];
