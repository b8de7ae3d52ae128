/** Brings a run to where it is read: the figures into the demo, two tables into the README. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { verdicts } from './goals.mjs';
import { short } from './statistics.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const START = '<!-- speed:start -->';
const END = '<!-- speed:end -->';

/** What each contender is called among the bytes: the script that the seed page loads with it. */
const SCRIPTS = {
  'doc-elements': 'src',
  'marked + innerHTML (unsafe)': 'marked alone',
  'marked + setHTML': 'marked alone',
  'marked + DOMPurify': 'marked + DOMPurify',
  'markdown-it + innerHTML (unsafe)': 'markdown-it',
  'streaming-markdown': 'streaming-markdown',
  'md-block (unsafe)': 'md-block + marked',
  'wa-markdown (unsafe)': 'wa-markdown',
  'zero-md (unsafe)': 'zero-md (base) + marked',
};

const BASE = 'marked + innerHTML (unsafe)';

/** What a goal is about, in few words. */
const SUBJECTS = {
  1: 'Markdown to the DOM',
  2: 'With style and layout',
  3: 'First screen of long pages',
  4: 'One word changed',
  5: 'Streaming',
  6: 'Bytes',
  7: 'Loading and layout shift',
  8: 'Many elements',
  9: 'Server and command line',
  10: 'Firefox and WebKit',
};

/** @param {readonly (readonly string[])[]} rows with the head first @param {readonly string[]} ruler */
const table = ([head = [], ...rows], ruler) =>
  [head, ruler, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** @param {any} figures */
function contenderTable({ render, bytes }) {
  const small = render[200_000];
  const large = render[2_000_000];
  const times = (/** @type {any} */ list, /** @type {string} */ name, /** @type {string} */ key) =>
    short(list[name][key].median / list[BASE][key].median);
  const rows = Object.keys(small)
    .sort((one, other) => small[one].shown.median - small[other].shown.median)
    .map((name) => [
      name === 'doc-elements' ? `**${name}**` : name,
      times(small, name, 'toDom'),
      times(small, name, 'shown'),
      times(large, name, 'shown'),
      short(bytes[SCRIPTS[/** @type {keyof typeof SCRIPTS} */ (name)]].scriptBytes / 1000),
    ]);
  const docsify = ['docsify, a whole site', '–', '–', '–', short(bytes.docsify.scriptBytes / 1000)];
  return table(
    [['', '200 KB to the DOM', '200 KB shown', '2 MB shown', 'script, kB'], ...rows, docsify],
    ['---', '---:', '---:', '---:', '---:'],
  );
}

/** How far each goal is met; its figures are printed by the run, and drawn in the demo. @param {readonly import('./goals.mjs').Judged[]} goals */
function goalTable(goals) {
  const rows = verdicts(goals).map(({ number, met, missed, unmeasured }) => {
    const state = missed.length > 0 ? 'missed' : unmeasured > 0 ? 'not all measured' : 'met';
    return [
      `${number}. ${SUBJECTS[/** @type {keyof typeof SUBJECTS} */ (number)]}`,
      state,
      `${met} of ${met + missed.length + unmeasured}`,
    ];
  });
  return table([['Goal', '', 'Parts met'], ...rows], ['---', '---', '---:']);
}

/** The two tables, and where and when they were measured. @param {any} figures */
export function speedTables(figures) {
  const { when, machine, browser, node, goals } = figures;
  const where = `Measured on ${when.slice(0, 10)} with ${browser} and Node ${node.replace(/^v/, '')} on ${machine.replace('×', 'cores,')}.`;
  return `${contenderTable(figures)}\n\n${goalTable(goals)}\n\n${where}`;
}

/** @param {string} readme @param {any} figures */
export function replaceSpeed(readme, figures) {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) throw new Error(`The README has no ${START} … ${END}.`);
  return `${readme.slice(0, start + START.length)}\n\n${speedTables(figures)}\n\n${readme.slice(end)}`;
}

/** @param {string} name @param {string} text */
async function write(name, text) {
  const filepath = `${ROOT}${name}`;
  writeFileSync(filepath, await format(text, { ...(await resolveConfig(filepath)), filepath }));
}

/** @param {any} figures What `run.mjs` has measured, and judged. */
export async function writeFigures(figures) {
  await write('demo/speed.json', JSON.stringify(figures));
  await write('README.md', replaceSpeed(readFileSync(`${ROOT}README.md`, 'utf8'), figures));
  console.log('Written: demo/speed.json and the tables in README.md');
}
