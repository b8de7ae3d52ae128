/** Markdown to measure with: always the same text for the same size, as people write it, without HTML. */

const WORDS = (
  'the page that a project shows to people who have not seen it before says what it is who makes it and where to go next ' +
  'because nobody reads more than a screen of text each section has one thing to say and says it in plain words'
).split(' ');

/** A small generator of numbers from 0 to 1 (mulberry32). @param {number} seed */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A text of about `size` characters. @param {number} size @param {number} [seed] */
export function markdownOf(size, seed = 7) {
  const next = numbers(seed);
  const word = () => WORDS[Math.floor(next() * WORDS.length)] ?? '';
  const words = (/** @type {number} */ count) => Array.from({ length: count }, word).join(' ');
  const inline = () => {
    const kind = next();
    if (kind < 0.1) return `**${words(2)}**`;
    if (kind < 0.18) return `*${words(2)}*`;
    if (kind < 0.26) return `\`${word()}()\``;
    if (kind < 0.36) return `[${words(2)}](https://example.org/${word()})`;
    return words(8);
  };
  const sentence = () => `${Array.from({ length: 5 }, inline).join(' ')}.`;
  const paragraph = () => Array.from({ length: 3 }, sentence).join(' ');
  const blocks = [
    paragraph,
    paragraph,
    () => Array.from({ length: 5 }, () => `- ${sentence()}`).join('\n'),
    () =>
      `\`\`\`js\n${Array.from({ length: 6 }, () => `const ${word()} = ${word()}(${word()});`).join('\n')}\n\`\`\``,
    () => `> ${sentence()}`,
    () =>
      `| ${words(2)} | ${words(2)} |\n| --- | ---: |\n${Array.from({ length: 4 }, () => `| ${words(3)} | ${word()} |`).join('\n')}`,
  ];
  const parts = ['# A long page\n'];
  let length = 0;
  for (let section = 1; length < size; section++) {
    const block = `${section % 4 === 0 ? '###' : '##'} Section ${section} ${words(2)}\n\n${Array.from({ length: 3 }, () => (blocks[Math.floor(next() * blocks.length)] ?? paragraph)()).join('\n\n')}\n`;
    parts.push(block);
    length += block.length + 1;
  }
  return parts.join('\n').slice(0, Math.max(size, 200));
}

/** The text with one word changed in the middle. @param {string} text @param {string} word */
export function withOneWordChanged(text, word) {
  const middle = text.indexOf('\n\n', text.length >> 1) + 2;
  const at = text.slice(middle).search(/[a-z]{4,}/) + middle;
  const end = at + (/^[a-z]+/.exec(text.slice(at))?.[0].length ?? 0);
  return text.slice(0, at) + word + text.slice(end);
}
