/** Where the alphabets of a style begin in Unicode: capitals, small letters, digits, Greek capitals, Greek small letters. */
type Alphabets = readonly [
  capitals: number,
  small: number,
  digits?: number | undefined,
  greek?: number,
  smallGreek?: number,
];

const STYLES: Readonly<Record<string, Alphabets>> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce, 0x1d6a8, 0x1d6c2],
  italic: [0x1d434, 0x1d44e, undefined, 0x1d6e2, 0x1d6fc],
  'bold-italic': [0x1d468, 0x1d482, 0x1d7ce, 0x1d71c, 0x1d736],
  script: [0x1d49c, 0x1d4b6],
  'bold-script': [0x1d4d0, 0x1d4ea],
  fraktur: [0x1d504, 0x1d51e],
  'double-struck': [0x1d538, 0x1d552, 0x1d7d8],
  'bold-fraktur': [0x1d56c, 0x1d586],
  'sans-serif': [0x1d5a0, 0x1d5ba, 0x1d7e2],
  'bold-sans-serif': [0x1d5d4, 0x1d5ee, 0x1d7ec, 0x1d756, 0x1d770],
  'sans-serif-italic': [0x1d608, 0x1d622],
  'sans-serif-bold-italic': [0x1d63c, 0x1d656, 0x1d7ec, 0x1d790, 0x1d7aa],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6],
};

/** Letters that Unicode had before the alphabets: their places in those are empty. */
const EARLIER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  italic: { h: 'ℎ' },
  script: {
    B: 'ℬ',
    E: 'ℰ',
    F: 'ℱ',
    H: 'ℋ',
    I: 'ℐ',
    L: 'ℒ',
    M: 'ℳ',
    R: 'ℛ',
    e: 'ℯ',
    g: 'ℊ',
    o: 'ℴ',
  },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  'double-struck': { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
};

const RANGES = ['AZ', 'az', '09', 'ΑΩ', 'αω'] as const;

/** A letter or digit in the style that a `mathvariant` names; as it is where there is none of it in Unicode. */
export function letterIn(letter: string, variant: string): string {
  const style = STYLES[variant];
  const earlier = EARLIER[variant]?.[letter];
  if (!style || earlier !== undefined) return earlier ?? letter;
  for (const [index, [first = '', last = '']] of [...RANGES].entries()) {
    const start = style[index];
    if (start !== undefined && letter >= first && letter <= last)
      return String.fromCodePoint(start + letter.charCodeAt(0) - first.charCodeAt(0));
  }
  return letter;
}
