import type { PageOptions } from '../../src/model/options.js';

/** Text made to keep a parser busy: `text(size)` has about `size` characters. */
export interface HostileInput {
  readonly name: string;
  readonly kind: 'markdown' | 'json';
  readonly text: (size: number) => string;
  /** How it is read; `{}` by default. */
  readonly options?: PageOptions;
}

const repeat =
  (unit: string) =>
  (size: number): string =>
    unit.repeat(Math.max(1, Math.floor(size / unit.length)));

/** `unit` in the first half, `other` in the second. */
const halves =
  (unit: string, other: string, between = '') =>
  (size: number): string =>
    repeat(unit)(size / 2) + between + repeat(other)(size / 2);

const after =
  (prefix: string, unit: string, suffix = '') =>
  (size: number): string =>
    prefix + repeat(unit)(size) + suffix;

/** One after the other, each with its index, until there is enough. */
const numbered =
  (unit: (index: number) => string) =>
  (size: number): string => {
    let text = '';
    for (let index = 0; text.length < size; index++) text += unit(index);
    return text;
  };

/** A number of pieces such that they make `size` characters where the nth has n. */
const growing =
  (unit: (length: number) => string) =>
  (size: number): string => {
    let text = '';
    for (let length = 1; text.length < size; length++) text += unit(length);
    return text;
  };

/** Lines that each nest one deeper than the one before. */
const staircase = (marker: string, content: string): ((size: number) => string) =>
  growing((length) => `${marker.repeat(length)}${content}\n`);

const root = (size: number): number => Math.ceil(Math.sqrt(size));

const MARKDOWN: readonly [name: string, text: (size: number) => string][] = [
  // Emphasis.
  ['nested *', halves('*a ', ' a*')],
  ['nested **', halves('**a ', ' a**')],
  ['nested _', halves('_a ', ' a_')],
  ['nested *_', halves('*a _b ', ' b_ a*')],
  ['nested **_', halves('**a _b ', ' b_ a**')],
  ['nested ~~', halves('~~a ', ' a~~')],
  ['nested * and ~~', halves('*a ~~b ', ' b~~ a*')],
  ['openers *', repeat('*a ')],
  ['openers **', repeat('**a ')],
  ['openers _', repeat('_a ')],
  ['openers __', repeat('__a ')],
  ['openers ~', repeat('~a ')],
  ['openers ~~', repeat('~~a ')],
  ['openers * and **', repeat('*a **b ')],
  ['openers * and _', repeat('*a _b ')],
  ['closers *', repeat('a* ')],
  ['closers **', repeat('a** ')],
  ['closers _', repeat('a_ ')],
  ['closers ~~', repeat('a~~ ')],
  ['a run of *', repeat('*')],
  ['a run of _', repeat('_')],
  ['a run of ~', repeat('~')],
  ['runs of * of growing length', growing((length) => `${'*'.repeat(length)}a `)],
  ['runs of _ of growing length', growing((length) => `${'_'.repeat(length)}a `)],
  ['a run of * around a word', halves('*', '*', 'a')],
  ['a run of _ around a word', halves('_', '_', 'a')],
  ['a run of ~ around a word', halves('~', '~', 'a')],
  ['* between words', repeat('a*b')],
  ['** between words', repeat('a**b')],
  ['_ between words', repeat('a_b')],
  ['~ between words', repeat('a~b')],
  ['*a_', repeat('*a_')],
  ['***a**', repeat('***a** b ')],
  ['a**b and c*', after('a**b', 'c* ')],
  ['*** and closers of one', halves('***a ', 'b* ')],
  ['mismatched * and _', halves('*a ', 'b_ ')],
  ['emphasis of three', repeat('*a **a ***a ')],
  ['emphasis around punctuation', repeat('*.*a')],
  ['emphasis in lines', repeat('*a\n')],
  ['underscores and brackets', repeat('_[')],
  ['stars and brackets', repeat('*[a](b ')],
  ['stars and backticks', repeat('*`')],
  ['stars and escapes', repeat('*\\*')],
  ['stars and tags', repeat('*<b>')],
  ['stars before a link', after('*'.repeat(3), '[a](b)*')],
  ['strong without an end, links', repeat('**[a](b)')],

  // Brackets, links and images.
  ['[', repeat('[')],
  [']', repeat(']')],
  ['![', repeat('![')],
  ['[[ and ]]', halves('[', ']')],
  ['nested links', halves('[a', '](b)')],
  ['nested images', halves('![a', '](b)')],
  ['nested images in links', halves('[![a', '](b)](c)')],
  ['images without an end and links', halves('![', '[a](b)')],
  ['[]( without an end', repeat('[](')],
  ['[a](b without an end', repeat('[a](b')],
  ['[a](<b without an end', repeat('[a](<b')],
  ['[a](<\\', after('[a](<', '\\<')],
  ['[a](b "t without an end', repeat('[a](b "t')],
  ["[a](b 't without an end", repeat("[a](b 't")],
  ['[a](b (t without an end', repeat('[a](b (t')],
  ['a title of quotes', after('[a](b "', '\\"')],
  ['parentheses in a destination', after('[a](', '(')],
  ['balanced parentheses in a destination', halves('(', ')', 'x')],
  ['[a](b( again and again', repeat('[a](b(')],
  ['[a][b without an end', repeat('[a][b')],
  ['[a][ without an end', repeat('[a][')],
  ['[a\\', repeat('[a\\')],
  ['[^a', repeat('[^a')],
  ['[^a] without a definition', repeat('[^a]')],
  ['[a] without a definition', repeat('[a] ')],
  ['[a][] without a definition', repeat('[a][]')],
  ['links that work', repeat('[a](b) ')],
  ['images that work', repeat('![a](b)')],
  ['spaces in a link', after('[a](', ' ')],
  ['line ends in a link', after('[a](', ' \n')],
  ['spaces before a title', after('[a](b', ' ', '"')],
  ['brackets and addresses', repeat('[http://a.b ')],
  ['pairs of brackets and addresses', repeat('[http://a.b] ')],
  ['[ and backticks', repeat('[`')],
  ['[ and tags', repeat('[<b>')],
  ['[ with < and no tag', repeat('[<b a="')],
  ['a long label', after('[', 'a', ']')],
  ['a long label with a definition', (size) => `[${'a'.repeat(size / 2)}]\n\n[${'a'.repeat(size / 2)}]: b`],
  ['unmatched [ before a long word', (size) => repeat('[')(size / 2) + 'a'.repeat(size / 2)],
  ['docfx links', repeat('[!INCLUDE[a](b ')],
  ['docfx marks', repeat('[!a ')],

  // Definitions.
  ['definitions', numbered((index) => `[a${index}]: b\n`)],
  ['equal definitions', repeat('[a]: b\n')],
  [
    'definitions and references',
    (size) => numbered((index) => `[a${index}]: b\n`)(size / 2) + repeat('[a1]')(size / 2),
  ],
  [
    'references to one long definition',
    (size) => `[a]: ${'b'.repeat(root(size) * 10)}\n\n${repeat('[a] ')(size)}`,
  ],
  ['a definition with a long title', after('[a]: b "', 'c ', '"')],
  ['a definition without the end of its title', after('[a]: b "', 'c\n')],
  ['definitions without the end of their titles', repeat('[a]: b "\n')],
  ['a definition of spaces', after('[a]:', ' ')],
  ['a definition of line ends', after('[a]:', '\n ')],
  ['definitions in quotes', repeat('> [a]: b\n')],
  ['labels of backslashes', after('[', '\\', ']: b')],
  ['labels of spaces', after('[a', ' ', 'b]: c')],
  ['[ at the start of lines', repeat('[a\n')],
  ['[a]: [a]:', repeat('[a]: ')],

  // Notes.
  ['notes', numbered((index) => `[^${index}]: a\n`)],
  ['notes and references', numbered((index) => `[^${index}]\n\n[^${index}]: a\n\n`)],
  ['references to one note', (size) => `[^a]: b\n\n${repeat('[^a] ')(size)}`],
  ['notes in notes', staircase('    ', '[^a]: b')],
  ['notes on one line', repeat('[^a]: ')],
  ['notes that refer to themselves', repeat('[^a]: [^a]\n')],
  ['references to one long note', (size) => `[^a]: ${'b'.repeat(size / 2)}\n\n${repeat('[^a] ')(size / 2)}`],
  ['notes in quotes', repeat('> [^a]: ')],

  // Code.
  ['a run of backticks', repeat('`')],
  ['runs of backticks of growing length', growing((length) => `${'`'.repeat(length)}a`)],
  [
    'runs of backticks of falling length',
    (size) => {
      let text = '';
      for (let length = root(2 * size); length > 0; length--) text += `${'`'.repeat(length)} `;
      return text;
    },
  ],
  ['``\\', repeat('``\\')],
  ['`` \\', repeat('`` \\')],
  ['`\\', repeat('`\\')],
  ['` a', repeat('` a')],
  ['`a` and `', after('`', '`a``')],
  ['backticks and lines', repeat('`\n')],
  ['fences', repeat('```\n')],
  ['fences without an end', numbered((index) => `${'`'.repeat(3 + (index % 50))}a\n`)],
  ['fences of tildes of growing length', growing((length) => `${'~'.repeat(length + 2)}\n`)],
  ['one fence of many lines', after('```\n', 'a\n')],
  ['one fence with a long info string', after('```', 'a ')],
  ['one fence with labels that do not end', after('```a ', '[')],
  ['one fence with labels in labels', after('```a [', '[b]')],
  ['one fence with attributes of one word', after('```a {', 'a', '}')],
  ['one fence with attributes that do not end', after('```a {', 'a=[', '}')],
  ['one fence with ranges of many lines', after('```a {', '1-99999,', '}')],
  [
    'one fence with ranges of many lines, each other ones',
    (size) => `\`\`\`a {${numbered((index) => `${index}-${index + 99_999},`)(size)}}`,
  ],
  ['notes on lines of code', after('```a\n', '// [!code hl:9999]\n')],
  ['spaces before no note on a line of code', after('```a\n[!code', ' ', 'b')],
  ['spaces behind a note on a line of code', after('```a\nb // [!code hl]', ' ', 'c')],
  ['fences in items', repeat('- ```\n')],
  ['fences in quotes', repeat('> ```\n')],
  ['indented code', repeat('    a\n')],
  ['indented code and blank lines', repeat('    a\n\n\n')],
  ['one indented line of blanks', after('    ', ' ', 'a')],
  ['tabs', repeat('\t')],
  ['tabs and text', repeat('\ta\n')],
  ['tabs in items', after('-', '\t', 'a')],

  // Quotes and lists.
  ['> again and again', repeat('> ')],
  ['> without spaces', repeat('>')],
  ['> lines', repeat('> a\n')],
  ['> lines that nest', staircase('> ', 'a')],
  ['> lines that nest, and lazy lines', staircase('> ', 'a\nb')],
  ['> and lazy lines', after('> a\n', 'b\n')],
  ['a deep quote and many lines', (size) => `${'> '.repeat(root(size))}a\n`.repeat(root(size) / 2)],
  ['a deep quote and lazy lines', (size) => `${'> '.repeat(90)}a\n${repeat('b\n')(size)}`],
  ['- again and again', repeat('- ')],
  ['* again and again', repeat('* ')],
  ['+ again and again', repeat('+ ')],
  ['1. again and again', repeat('1. ')],
  ['1) again and again', repeat('1) ')],
  ['> - again and again', repeat('> - ')],
  ['> 1. again and again', repeat('> 1. ')],
  ['- > again and again', repeat('- > ')],
  ['-', repeat('-')],
  ['- and a word again and again', repeat('- a ')],
  ['a huge list', repeat('- a\n')],
  ['a huge loose list', repeat('- a\n\n')],
  ['a huge list of empty items', repeat('-\n')],
  ['a huge ordered list', numbered((index) => `${(index % 999999999) + 1}. a\n`)],
  ['a huge list of changing bullets', repeat('- a\n+ b\n')],
  ['a huge task list', repeat('- [ ] a\n')],
  ['lists that nest', growing((length) => `${'  '.repeat(length)}- a\n`)],
  [
    'lists that nest and go on',
    (size) => {
      const depth = Math.min(95, root(size));
      let text = '';
      for (let level = 0; level < depth; level++) text += `${'  '.repeat(level)}- a\n`;
      return text + repeat(`${'  '.repeat(depth)}b\n`)(size);
    },
  ],
  [
    'a deep list and blank lines',
    (size) => {
      let text = '';
      for (let level = 0; level < 95; level++) text += `${'  '.repeat(level)}- a\n`;
      return text + repeat('\n')(size);
    },
  ],
  [
    'a deep list and lazy lines',
    (size) => {
      let text = '';
      for (let level = 0; level < 95; level++) text += `${'  '.repeat(level)}- a\n`;
      return text + repeat('b\n')(size);
    },
  ],
  ['an item and lazy lines', after('- a\n', 'b\n')],
  ['an item and indented lines', after('- a\n', '  b\n')],
  ['an item and blank lines', after('- a', '\n')],
  ['an item of blanks', after('- ', ' ')],
  ['items of tabs', repeat('-\ta\n\n\t')],
  ['items and rules', repeat('- ---\n')],
  ['digits', repeat('1')],
  ['digits in lines', repeat('123456789\n')],
  ['alerts', repeat('> [!NOTE]\n> a\n\n')],
  ['alerts that nest', staircase('> ', '[!NOTE]')],
  ['an alert with spaces in its title', after('> [!NOTE] a', ' ', 'b')],
  ['items in quotes in items', numbered((index) => `${'- > '.repeat(index % 20)}a\n`)],

  // Headings, rules and paragraphs.
  ['#', repeat('#')],
  ['# and spaces', after('#', ' ', '#')],
  ['# and closing signs', after('# a', ' #')],
  ['headings', repeat('# a\n')],
  ['equal headings', repeat('## abc\n\n')],
  ['different headings', numbered((index) => `## a${index}\n\n`)],
  ['headings with hardly any text', numbered((index) => `## a heading ${index}\n\nwith text\n\n`)],
  ['sections of less than a line', numbered((index) => `## a heading ${index}\n\nwith a little text\n\n`)],
  ['headings of growing depth', repeat('# a\n## b\n### c\n#### d\n##### e\n###### f\n')],
  ['a long heading', after('# ', 'a ')],
  ['a long heading of emphasis', after('# ', '*a* ')],
  ['setext headings', repeat('a\n=\n')],
  ['a setext heading of many lines', after('', 'a\n', '===')],
  ['lines and = that underline nothing', repeat('a\n= b\n')],
  ['underlines', repeat('=\n')],
  ['a long underline', after('a\n', '=')],
  ['an underline with spaces', after('a\n=', ' ', 'b')],
  ['underlines of tables that are none', repeat('...\n---\n')],
  ['underlines of tables that end at once', repeat('...|\n---|\n')],
  ['underlines of tables with colons', repeat('a\n:-\n---\n')],
  ['- underlines', repeat('a\n- -\n')],
  ['rules', repeat('***\n')],
  ['paragraphs and rules', repeat('a\n***\n')],
  ['paragraphs and headings', repeat('a\n# b\n')],
  ['paragraphs and fences', repeat('a\n```\n```\n')],
  ['paragraphs and attribute lists', repeat('a\n{: .a}\n')],
  ['paragraphs and admonitions', repeat('a\n!!! note\n    b\n')],
  ['tabs', repeat('=== "a"\n    b\n')],
  ['tabs in tabs', numbered((index) => `${'    '.repeat(index % 60)}=== "a"\n`)],
  ['tabs of code', repeat('=== "a"\n\n    ```\n    b\n    ```\n')],
  ['terms', repeat('a\n: b\n')],
  ['terms without an end', after(': b\n\n', 'a\n\n')],
  ['terms and colons apart', repeat('a\n\n: b\n\n')],
  ['lines that may be terms', after(': a\n\n', 'a\n')],
  ['what is said, and lazy lines', after('a\n: ', 'b\n')],
  ['what is said of nothing', repeat(': a\n')],
  ['definition lists in each other', repeat('a\n: ')],
  ['colons and spaces', after('a\n', ':  ')],
  ['marks that may be before a colon', repeat('> - ')],
  ['tags with Markdown inside', repeat('<div markdown="1">\n')],
  ['a tag with attributes and Markdown', after('<div ', 'markdown ')],
  ['places for a table of contents', repeat('[[toc]]\n\n')],
  ['rules and underlines', (size) => `${repeat('a\n***\n')(size)}b\n===\n`],
  ['a rule of stars', repeat('* *')],
  ['a rule that is none', after('', '* ', 'a')],
  ['- - a', after('', '- ', 'a')],
  ['_ _ a', after('', '_ ', 'a')],
  ['a paragraph of many lines', repeat('a\n')],
  ['a paragraph of many broken lines', repeat('a  \n')],
  ['lines of backslashes', repeat('\\\n')],
  ['paragraphs', repeat('a\n\n')],
  ['blank lines', repeat('\n')],
  ['lines of blanks', repeat('  \n')],
  ['spaces', repeat(' ')],
  ['spaces inside a line', after('a', ' ', 'b')],
  ['spaces at the ends of lines', repeat(`a${' '.repeat(100)}\n`)],
  ['one long word', repeat('a')],
  ['one long line of words', repeat('lorem ')],
  ['no-break spaces', repeat('\u00a0')],
  ['carriage returns', repeat('\r')],
  ['NUL', repeat('\0')],
  ['halves of surrogate pairs', repeat('\ud800')],
  ['emoji', repeat('👩‍👩‍👧')],
  ['combining marks', after('a', '\u0301')],
  ['combining marks of two kinds', after('a', '\u0301\u0323')],
  ['combining marks and soft hyphens', after('a', '\u0301\u00ad')],
  ['thirty combining marks on each letter', repeat(`a${'\u0301'.repeat(30)}`)],
  ['combining marks by reference', after('a', '&#769;')],
  ['combining marks and references to them', after('a', '\u0301&#x301;')],
  ['combining marks and tags', after('a', '\u0301<b></b>')],
  ['combining marks and emphasis', repeat('**\u0301**\u0301')],
  ['points of Hebrew', after('\u05d1', '\u05b0')],
  ['marks that end Balinese syllables', after('a', '\u1b44')],
  ['marks that end Balinese syllables, by reference', after('a', '&#6980;')],
  ['marks that end Balinese syllables, and tags', after('a', '\u1b44<b></b>')],
  ['thirty marks that end Balinese syllables on each letter', repeat(`a${'\u1b44'.repeat(30)}`)],
  ['letters of Myanmar under each other', repeat('\u1000\u1039')],
  ['letters of Myanmar under each other, by reference', repeat('&#x1000;&#x1039;')],
  ['skin tones', after('👩', '🏽')],
  ['skin tones by reference', after('👩', '&#x1f3fd;')],
  ['skin tones and tags', after('👩', '🏽<b></b>')],
  ['letters of two directions', repeat('aא')],
  ['words of two directions', repeat('a א ')],
  ['digits and letters of two directions', repeat('1א')],
  ['marks of two directions', repeat('a\u200f')],
  ['overrides of two directions', repeat('\u202da\u202eb')],
  ['brackets in Hebrew', repeat('א(')],
  ['letters of two directions in short lines', repeat('aא\n')],
  ['letters of two directions by reference', repeat('a&#1488;')],
  ['letters of two directions in a note', (size) => `a[^b]\n\n[^b]: ${repeat('aא')(size)}`],
  ['letters of two directions in HTML', (size) => `<div>${repeat('aא')(size)}`],
  ['letters of two directions in items', (size) => `- ${repeat('aא')(size)}`],
  ['letters of two directions in a heading', (size) => `# ${repeat('aא')(size)}`],
  ['letters of two directions in paragraphs', (size) => repeat(`${'aא'.repeat(1900)}\n\n`)(size)],
  ['letters of two directions in code', (size) => `\`\`\`\n${repeat('aא')(size)}\n\`\`\`\n`],
  ['kramdown lists', repeat('{: a="b" ')],
  ['kramdown lists without an end', repeat('{:')],
  ['heading attributes', repeat('# a {#b')],

  // Tables.
  [
    'a table with a wide header and many rows',
    (size) => {
      const columns = Math.max(2, Math.floor(size / 10));
      return `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${repeat('|\n')(size / 2)}`;
    },
  ],
  [
    'a table with a wide header and many empty rows',
    (size) => {
      const columns = Math.max(2, Math.floor(size / 10));
      return `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${repeat('a\n')(size / 2)}`;
    },
  ],
  ['a table with many rows', after('|a|b|\n|-|-|\n', '|c|d|\n')],
  ['a table with one wide row', (size) => `|a|\n|-|\n${'|b'.repeat(size / 2)}|\n`],
  ['|', repeat('|')],
  ['| lines', repeat('|\n')],
  ['| and -', repeat('|-')],
  ['| - lines', repeat('| - |\n')],
  ['delimiter rows', repeat('a | b\n- | -\n')],
  ['a delimiter row of spaces', after('a|b\n-', ' ', '|-')],
  ['a delimiter row of dashes', after('a|b\n', '-', 'x')],
  ['a delimiter row of colons', after('a|b\n', ':', '|')],
  ['a delimiter row of bars', after('a|b\n', '|')],
  ['a delimiter row that ends in spaces and a letter', after('a|b\n-|-', ' ', 'c')],
  ['a delimiter row of :-|', after('a|b\n', ':-|', 'x')],
  ['escaped bars', after('|a|\n|-|\n|', '\\|')],
  ['backticks in cells', after('|a|\n|-|\n', '|`|\n')],
  ['tables', repeat('|a|\n|-|\n|b|\n\n')],
  ['tables in items', repeat('- |a|\n  |-|\n  |b|\n')],
  ['a table of emphasis', after('|a|\n|-|\n', '|*a|\n')],
  ['a table of html lines', after('|a|\n|-|\n', '|a|<b>\n')],

  // Addresses.
  ['e-mail dots', after('a@b', '.c')],
  ['e-mail dots before', after('a', '.a', '@')],
  ['@', repeat('@')],
  ['a@', repeat('a@')],
  ['a@b.', repeat('a@b.')],
  ['a@a.b c', repeat('a@a.b ')],
  ['a.a.a', repeat('a.')],
  ['a_a_a@', after('', 'a_', '@b.c')],
  ['a-a-a@', after('', 'a-', '@b.c')],
  ['+@', repeat('+@')],
  ['mailto:', repeat('mailto:')],
  ['mailto:a@b.c', repeat('mailto:a@b.c ')],
  ['xmpp:a@b.c/', after('xmpp:a@b.c/', 'd/')],
  ['www.', repeat('www.')],
  ['www.a.', repeat('www.a. ')],
  ['short addresses in one line', repeat('www.a.b ')],
  ['www dots', after('www', '.a')],
  ['www underscores', after('www.', 'a_')],
  ['http://', repeat('http://')],
  ['http://a', repeat('http://a ')],
  ['http://a/(', after('http://a/', '(')],
  ['http://a/)', after('http://a/', ')')],
  ['http://a/ and punctuation', after('http://a/', '?!.,:')],
  ['http://a/ and references', after('http://a/', '&a;')],
  ['http://a/ and semicolons', after('http://a/', ';')],
  ['http://a/ and letters before a semicolon', after('http://a/', 'b', ';')],
  ['http://a/&&&', after('http://a/', '&', ';')],
  ['http:// and *', repeat('http://a*')],
  ['ftp:// and ~', repeat('ftp://a~')],
  ['<a:', repeat('<a:')],
  ['<a:b>', repeat('<a:b>')],
  ['<a@', repeat('<a@b.')],
  ['<a@b.c.c.c', after('<a@b', '.c')],
  ['<a@b-----', after('<a@b', '-', '.c>')],
  ['<http:// and spaces', after('<http://', 'a ', '>')],
  ['hhhh', repeat('h')],
  ['ww.ww.', repeat('ww.')],
  ['issue marks', repeat('#1 ')],

  // Escapes and references.
  ['backslashes', repeat('\\')],
  ['escapes', repeat('\\*')],
  ['&', repeat('&')],
  ['&a', repeat('&a')],
  ['&amp;', repeat('&amp;')],
  ['&#x', repeat('&#x')],
  ['&#1', after('&#', '1', ';')],
  ['&aaaa', after('&', 'a', ';')],
  ['references in a title', after('[a](b "', '&lt;', '")')],
  ['references in a destination', after('[a](', '&lt;', ')')],
  ['quotes', repeat('"')],
  ['signs that grow when they are escaped', repeat('"<')],
  ['signs that grow in a URL', after('[a](', '\u0800', ')')],

  // HTML.
  ['<', repeat('<')],
  ['< a', repeat('< a')],
  ['<a', repeat('<a')],
  ['<a ', repeat('<a ')],
  ['<a b', after('<a', ' b')],
  ['<a b=', after('x <a', ' b=')],
  ['<a b="', repeat('<a b="')],
  ["<a b='", repeat("<a b='")],
  ['attributes', numbered((index) => (index === 0 ? 'x <a' : ` b${index}="c"`))],
  ['attributes of templates', after('x <a b="', '{{ c }}', '"')],
  ['attributes of braces', after('{{ a }} <a b="', '{{')],
  ['spaces in a tag', after('x <a', ' ', 'b')],
  ['tags without an end, and emoji', (size) => `<p>:tada:\n${repeat('<a ')(size)}`],
  ['comments without an end, and emoji', (size) => `<p>:tada:\n${repeat('<!--')(size)}`],
  ['</', repeat('</')],
  ['</a', repeat('</a')],
  ['</a ', after('</a', ' ')],
  ['<!--', repeat('<!--')],
  ['<!-- a', after('<!-- ', 'a\n')],
  ['<!-- in text', repeat('a <!--')],
  ['<!-->', repeat('<!-->')],
  ['-->', repeat('-->')],
  ['--', after('<!--', '--')],
  ['<![CDATA[', repeat('<![CDATA[')],
  ['<![CDATA[ in text', repeat('a <![CDATA[')],
  [']]>', after('a <![CDATA[', ']]')],
  ['<?', repeat('<?')],
  ['<? in text', repeat('a <?')],
  ['<!A', repeat('<!A')],
  ['<!A in text', repeat('a <!A')],
  ['<div>', repeat('<div>')],
  ['<div> lines', repeat('<div>\n')],
  ['<div> and blank lines', repeat('<div>\n\n')],
  ['<div> and </div>', halves('<div>', '</div>')],
  ['<div> and </div> with text', halves('<div>\n\na\n\n', '</div>\n\n')],
  ['</div>', repeat('</div>')],
  ['<span> in text', (size) => `a ${repeat('<span>')(size)}`],
  ['<b> in text', (size) => `a ${repeat('<b>')(size)}`],
  ['<b> and paragraphs', repeat('<b>\n\n')],
  ['<b> in paragraphs', repeat('a <b>\n\n')],
  ['different <b> in paragraphs', numbered((index) => `a <b id=a${index}>\n\n`)],
  ['<b> in items', repeat('- a <b>\n')],
  ['<b> in quotes', repeat('> a <b>\n\n')],
  ['<b> in headings', repeat('# a <b>\n\n')],
  ['<b> in cells', after('|a|\n|-|\n', '|<b>|\n')],
  ['<b> in <div>', repeat('<div>a<b></div>')],
  ['<sup> and paragraphs', repeat('<sup>\n\na\n\n')],
  ['<i><b> and </i>', repeat('a <i><b>c</i>\n\n')],
  ['<a> in text', (size) => `a ${repeat('<a>')(size)}`],
  ['<font> and <p>', (size) => `<p>${repeat('<font>')(size / 2)}${repeat('<p>')(size / 2)}`],
  ['<p>', repeat('<p>')],
  ['<li>', repeat('<li>')],
  ['<ul><li>', repeat('<ul><li>')],
  ['<table>', repeat('<table>')],
  ['<table><tr><td>', repeat('<table><tr><td>')],
  ['text in tables', (size) => `<table>${repeat('a<b>')(size)}`],
  ['<details>', repeat('<details><summary>a</summary>')],
  ['<svg>', repeat('<svg>')],
  ['<svg><g>', (size) => `<svg>${repeat('<g>')(size)}`],
  ['<math><mi>', (size) => `<math>${repeat('<mi>')(size)}`],
  ['<svg><foreignObject>', repeat('<svg><foreignObject>')],
  ['<template>', repeat('<template>')],
  ['<select>', repeat('<select>')],
  ['<script>', repeat('<script>')],
  ['<script> and comments', repeat('<script><!--')],
  ['<style>', repeat('<style>')],
  ['<textarea>', repeat('<textarea>')],
  ['<title>', repeat('<title>')],
  ['<plaintext>', repeat('<plaintext>')],
  ['<pre> lines', repeat('<pre>\n')],
  ['<h1>', repeat('<h1>')],
  ['<h1> and </h2>', repeat('<h1>a</h2>')],
  ['<h1> with text', repeat('<h1>a</h1>\n\n')],
  ['<button>', repeat('<button>')],
  ['<form>', repeat('<form>')],
  ['<frameset>', repeat('<frameset>')],
  ['<body a>', numbered((index) => `<body a${index}>`)],
  ['<doc-section>', repeat('<doc-section>')],
  ['<doc-toc>', repeat('<doc-toc></doc-toc>')],
  ['<doc-callout>', repeat('<doc-callout>')],
  ['<repo-link>', repeat('<repo-link>')],
  ['<x-y>', repeat('<x-y>')],
  ['<img>', repeat('<img src=a>')],
  ['a srcset', after('<img srcset="', 'a 1x,', '">')],
  ['a srcset of commas', after('<img srcset="', ',', '">')],
  ['a class of many names', numbered((index) => (index === 0 ? '<p class="' : `a${index} `))],
  ['a URL of dots', after('[a](', '../', ')')],
  ['a URL with spaces in it', after('[a](<b', ' ', 'c>)')],
  ['a URL of controls', after('[a](java', '&#1;', ')')],

  // What is left of site generators.
  ['{{', repeat('{{')],
  ['{{ }}', repeat('{{ a }}')],
  ['{%', repeat('{%')],
  ['{% %}', repeat('{% a %}')],
  ['{% comment %}', repeat('{% comment %}')],
  ['{% highlight %}', repeat('{% highlight %}\n')],
  ['{{<', repeat('{{<')],
  ['{{< figure', repeat('{{< figure src="a" ')],
  [':::', repeat(':::')],
  [':::a lines', repeat(':::a\n')],
  [':::: of growing length', growing((length) => `${':'.repeat(length + 2)} a\n`)],
  ['xref:', repeat('<xref:a')],
  ['{{ page.a | b | c', after('{{ page.a', ' | b', ' }}')],
  ['{% highlight %} with a language', repeat('{% highlight js %}\n')],
  ['{% highlight %} and spaces', after('{% highlight js %}\na', ' ', 'b')],
  ['{% highlight %} of a long language', after('{% highlight ', 'a', '\n')],
  ['{{< highlight >}} with a language', repeat('{{< highlight js >}}\n')],
  ['{% comment %} blocks', repeat('{% comment %}\n\n')],
  [
    '{% comment %} and {% endcomment %} in another text',
    (size) => `- endcomment\n\n${repeat('a {% comment %} ')(size)}`,
  ],
  ['{% comment %} in HTML', (size) => `<p>{% endcomment %}\n${repeat('{% comment %}\n')(size)}</p>\n`],
  ['tags with templates without an end', repeat('a <b c={{')],
  ['tags with quoted templates without an end', repeat('a <b c="{{" ')],
  ['attribute lists of one long word', after('{:', 'a', '\n')],
  ['attribute lists of words', after('{: .a', ' a', '=\n')],
  ['attribute lists of spaces', after('# a', ' ', 'b}')],
  ['figures of one long word', after('{{< figure ', 'a', ' >}}')],
  ['{{ "a" | escape | b }}', repeat(`{{ "a"${' | escape'.repeat(40)} | b }} `)],
  ['{{ page.a | escape | b }}', repeat(`{{ page.a${' | escape'.repeat(40)} | b }} `)],
  ['attribute lists', repeat('{:.a}\n')],
  ['attribute lists in text', repeat('a{:.a} ')],

  // Front matter.
  ['front matter without an end', after('---\ntitle: a\n', 'b: c\n')],
  ['front matter of many keys', (size) => `---\n${numbered((index) => `a${index}: b\n`)(size)}---\n`],
  ['front matter of one long value', (size) => `---\ntitle: ${'a'.repeat(size)}\n---\n`],
  ['front matter that nests', (size) => `---\na: ${'['.repeat(size / 2)}${']'.repeat(size / 2)}\n---\n`],
  [
    'front matter that nests braces',
    (size) => `---\na: ${'{a: '.repeat(size / 5)}${'}'.repeat(size / 5)}\n---\n`,
  ],
  [
    'front matter that nests by indent',
    (size) => `---\n${growing((length) => `${' '.repeat(length)}a:\n`)(size)}---\n`,
  ],
  ['front matter that nests items', (size) => `---\na:\n  ${'- '.repeat(size / 2)}\n---\n`],
  [
    'front matter of aliases',
    (size) => {
      let text = '---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n';
      for (let index = 1; text.length < size; index++)
        text += `a${index}: &a${index} [${`*a${index - 1}, `.repeat(9)}]\n`;
      return `${text}---\n`;
    },
  ],
  [
    'front matter of one alias',
    (size) => `---\na: &a [${'x, '.repeat(size / 6)}]\nb: [${'*a, '.repeat(size / 8)}]\n---\n`,
  ],
  [
    'front matter of anchors',
    (size) => `---\n${numbered((index) => `a${index}: &b${index} c\n`)(size)}---\n`,
  ],
  [
    'front matter of merges',
    (size) => `---\na: &a {b: c}\n${numbered((index) => `d${index}: {<<: *a}\n`)(size)}---\n`,
  ],
  ['front matter with faults', (size) => `---\n${numbered((index) => `a${index}: [\n`)(size)}---\n`],
  ['front matter of tabs', (size) => `---\n${repeat('\ta: b\n')(size)}---\n`],
  ['front matter of quotes', (size) => `---\na: ${repeat('"')(size)}\n---\n`],
  ['front matter of escapes', (size) => `---\na: "${repeat('\\u0041')(size)}"\n---\n`],
  ['front matter of escaped marks', (size) => `---\ntitle: "a${repeat('\\u1b44')(size)}"\n---\n`],
  ['TOML of escaped marks', (size) => `+++\ntitle = "a${repeat('\\u1b44')(size)}"\n+++\n`],
  ['front matter of a folded text', (size) => `---\na: >\n${repeat('  b\n')(size)}---\n`],
  ['front matter of complex keys', (size) => `---\n${repeat('? ')(size)}a\n---\n`],
  ['front matter of tags', (size) => `---\na: ${repeat('!!')(size)} b\n---\n`],
  ['front matter of comments', (size) => `---\n${repeat('# a\n')(size)}---\n`],
  ['front matter of equal keys', (size) => `---\n${repeat('a: b\n')(size)}---\n`],
  ['front matter of a value with spaces in it', (size) => `---\ntitle: a${repeat(' ')(size)}b\n---\n`],
  ['front matter of an item with spaces in it', (size) => `---\ntags:\n  - a${repeat(' ')(size)}b\n---\n`],
  ['front matter of tags and authors', (size) => `---\ntags: [${repeat('a, ')(size)}]\n---\n`],
  ['TOML without an end', after('+++\ntitle = "a"\n', 'b = "c"\n')],
  ['TOML of tables', (size) => `+++\n${numbered((index) => `[a${index}]\n`)(size)}+++\n`],
  ['TOML of dotted keys', (size) => `+++\na${'.a'.repeat(size / 2)} = 1\n+++\n`],
  ['TOML that nests', (size) => `+++\na = ${'['.repeat(size / 2)}${']'.repeat(size / 2)}\n+++\n`],
  ['TOML of quotes', (size) => `+++\na = ${repeat('"')(size)}\n+++\n`],
  ['fences of front matter', repeat('---\n')],
];

/** Texts whose relative URLs are resolved. */
const WITH_BASE: readonly [name: string, text: (size: number) => string][] = [
  ['a URL with spaces in it, and a base', after('[a](<b', ' ', 'c>)')],
  ['a URL of dots, and a base', after('[a](', '../', ')')],
  ['a URL of slashes, and a base', after('[a](b', '/', 'c)')],
  ['many URLs, and a base', repeat('[a](../b) ')],
  ['a URL of spaces in HTML, and a base', after('<a href="b', ' ', 'c">d</a>')],
];

const JSON_TEXTS: readonly [name: string, text: (size: number) => string][] = [
  ['JSON that nests arrays', halves('[', ']')],
  ['JSON that nests objects', halves('{"a":', '}', '1')],
  ['JSON that nests sections', halves('{"sections":[{"heading":"a","sections":[', ']}]}')],
  ['JSON of many sections', (size) => `{"sections":[${repeat('{"heading":"a"},')(size)}{"heading":"b"}]}`],
  [
    'JSON of many bodies',
    (size) => `{"sections":[${repeat('{"heading":"a","body":"*a"},')(size)}{"heading":"b"}]}`,
  ],
  ['JSON of one long body', (size) => `{"body":"${repeat('*a ')(size)}"}`],
  ['JSON without an end', repeat('[')],
  ['JSON of many unknown keys', (size) => `{${numbered((index) => `"a${index}":1,`)(size)}"b":1}`],
  ['JSON of equal keys', (size) => `{${repeat('"a":1,')(size)}"b":1}`],
  ['JSON of wrong types', (size) => `{"sections":[${repeat('1,')(size)}1]}`],
  ['JSON that is text', repeat('a')],
  ['JSON of spaces', repeat(' ')],
  ['JSON of digits', repeat('1')],
  ['JSON of marks', (size) => `{"title":"a${repeat('\u1b44')(size)}"}`],
  ['JSON of escaped marks', (size) => `{"body":"a${repeat('\\u1b44')(size)}"}`],
  ['JSON of escapes', (size) => `{"title":"${repeat('\\u0000')(size)}"}`],
];

export const HOSTILE_INPUTS: readonly HostileInput[] = [
  ...MARKDOWN.map(([name, text]) => ({ name, kind: 'markdown' as const, text })),
  ...WITH_BASE.map(([name, text]) => ({
    name,
    kind: 'markdown' as const,
    text,
    options: { base: 'https://example.org/docs/' },
  })),
  ...JSON_TEXTS.map(([name, text]) => ({ name, kind: 'json' as const, text })),
];

/** Texts of megabytes, each of one size. */
export const LARGE_INPUTS: readonly (Pick<HostileInput, 'name' | 'kind'> & {
  readonly text: () => string;
})[] = [
  { name: 'one line of 10 MB', kind: 'markdown', text: () => 'lorem ipsum '.repeat(850_000) },
  { name: 'one word of 10 MB', kind: 'markdown', text: () => 'a'.repeat(10_000_000) },
  { name: 'HTML 100,000 deep', kind: 'markdown', text: () => '<div>'.repeat(100_000) },
  { name: 'HTML 100,000 deep, inline', kind: 'markdown', text: () => `a ${'<b><i>'.repeat(50_000)}` },
  {
    name: 'JSON 1,000,000 deep',
    kind: 'json',
    text: () => '['.repeat(1_000_000) + ']'.repeat(1_000_000),
  },
  {
    name: 'sections 100,000 deep',
    kind: 'json',
    text: () => '{"sections":[{"heading":"a",'.repeat(100_000) + '"a":1' + '}]}'.repeat(100_000),
  },
  {
    name: 'front matter of 5 MB',
    kind: 'markdown',
    text: () => `---\n${'a: b\n'.repeat(1_000_000)}---\n`,
  },
  {
    name: 'aliases of YAML that multiply',
    kind: 'markdown',
    text: () =>
      `---\na0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`).join('')}---\n`,
  },
];
