/** What we want to reach, as ratios within one run. */

const BASE = 'marked + innerHTML (unsafe)';
const OURS = 'doc-elements';

/** Other engines may take so many times as much. */
const LENIENT = 1.5;

const rounded = (/** @type {number} */ limit) => Number(limit.toPrecision(3));

/**
 * @typedef {object} Judged
 * @property {string} name
 * @property {string} goal
 * @property {number | undefined} value `undefined` where the run did not measure it.
 * @property {boolean | undefined} met
 */

/** @param {any} figures What `run.mjs` has measured. @returns {Judged[]} */
export function judge({
  render,
  cold,
  firstScreen,
  update,
  stream,
  bytes,
  load,
  many,
  server,
  engines,
  commandLine,
}) {
  /** @type {Judged[]} */
  const goals = [];
  const atMost = (
    /** @type {string} */ name,
    /** @type {number | undefined} */ value,
    /** @type {number} */ limit,
    unit = '',
  ) => {
    const known = value !== undefined && !Number.isNaN(value);
    goals.push({
      name,
      goal: `≤ ${rounded(limit)}${unit}`,
      value: known ? value : undefined,
      met: known ? value <= limit : undefined,
    });
  };
  const atLeast = (
    /** @type {string} */ name,
    /** @type {number | undefined} */ value,
    /** @type {number} */ limit,
  ) => {
    const known = value !== undefined && !Number.isNaN(value);
    goals.push({
      name,
      goal: `≥ ${rounded(limit)}`,
      value: known ? value : undefined,
      met: known ? value >= limit : undefined,
    });
  };
  const ratio = (/** @type {string | number} */ size, /** @type {string} */ key, /** @type {any} */ from) => {
    const list = from?.[size];
    return list ? list[OURS][key].median / list[BASE][key].median : undefined;
  };
  const label = (/** @type {number} */ size) =>
    size >= 1_000_000 ? `${size / 1_000_000} MB` : `${size / 1000} KB`;

  for (const size of [20_000, 200_000, 2_000_000])
    atMost(`1 to the DOM, ${label(size)}`, ratio(size, 'toDom', render), 1.15);
  atMost('1 seed page, warm', ratio('seed', 'toDom', render), 2);
  atMost('1 seed page, cold', cold ? cold[OURS].median / cold[BASE].median : undefined, 1.3);
  atMost('2 shown, 200 KB', ratio(200_000, 'shown', render), 0.4);
  atMost('2 shown, 2 MB', ratio(2_000_000, 'shown', render), 0.35);
  atMost(
    '2 growth exponent, 200 KB to 2 MB',
    render?.[2_000_000] &&
      Math.log10(render[2_000_000][OURS].shown.median / render[200_000][OURS].shown.median),
    1,
  );
  const longest = firstScreen && Math.max(...Object.keys(firstScreen).map(Number));
  atMost(
    `3 first screen, ${longest ? label(longest) : ''} to 20 KB`,
    firstScreen && firstScreen[longest].first / firstScreen[20_000].first,
    2,
  );
  atMost(
    '3 longest task at a quarter of the speed',
    firstScreen && Math.max(...Object.values(firstScreen).map(({ longestThrottled }) => longestThrottled)),
    50,
    ' ms',
  );
  atMost(
    '4 one word changed, 2 MB to 20 KB',
    update?.[2_000_000] && update[2_000_000].median / update[20_000].median,
    1.5,
  );
  atLeast(
    '4 one word changed, 2 MB, times less than all again',
    update?.[2_000_000] &&
      render?.[2_000_000] &&
      render[2_000_000][BASE].shown.median / update[2_000_000].median,
    200,
  );
  atMost(
    '5 streaming, to the last block again',
    stream && stream[OURS].total.median / stream['the last block again'].total.median,
    1.2,
  );
  atMost('5 streaming, last tenth to the first', stream?.[OURS].growth, 1.3);
  atMost('6 script of a prerendered page', bytes && bytes.prerendered.scriptBytes / 1000, 8, ' kB');
  atMost('6 style sheet of a prerendered page', bytes && bytes.prerendered.styleBytes / 1000, 4, ' kB');
  atMost('6 script of a rendered page', bytes && bytes.src.scriptBytes / 1000, 22, ' kB');
  atMost('6 requests for script of a rendered page', bytes?.src.scripts, 3);
  atMost('7 rounds to the text, prerendered', load?.prerendered.rounds, 1);
  atMost('7 rounds to the text, text in the page', load?.inline.rounds, 2);
  atMost('7 rounds to the text, src', load?.src.rounds, 3);
  atMost('7 FCP of a prerendered page to static HTML', load && load.prerendered.fcp / load.static.fcp, 1.05);
  atMost('7 LCP of a prerendered page to static HTML', load && load.prerendered.lcp / load.static.lcp, 1.05);
  for (const [name, title] of [
    ['prerendered', 'prerendered'],
    ['upgraded', 'prerendered, script late'],
    ['authored', 'written by hand, script late'],
    ['inline', 'text in the page'],
    ['src', 'src'],
  ])
    atMost(`7 layout shift, ${title}`, load?.[name].cls, 0.0005);
  atMost('8 1,000 repo-links, CPU', many && many['repo-link'].cpu / many['plain-element'].cpu, 3);
  atMost('8 1,000 repo-links, memory', many && many['repo-link'].heap / many['plain-element'].heap, 3);
  atMost('8 500 doc-codes, CPU', many && many['doc-code'].cpu / many['plain-code'].cpu, 3);
  atMost('8 500 doc-codes, memory', many && many['doc-code'].heap / many['plain-code'].heap, 3);
  atMost('9 server, without HTML, to marked.parse', server && 1 / server.seed.ratio, 1.25);
  // `marked.parse` and one parse of its HTML by parse5 take 2.05 already (`parsed` in the figures), nothing sanitized yet. Of
  // the 4.8 that we take, 1.1 are marked's blocks and inlines as GitHub reads them, 0.6 the tree, 0.3 what is written of it; the
  // rest makes sections, links, problems and the page around them, as it does without HTML.
  atMost('9 server, with HTML, to marked.parse', server && 1 / server.withHtml.ratio, 2);
  atLeast('9 server, two workers to one', server?.speedup, 1.8);
  atMost('9 server, memory for ten times the pages', server?.memory.growth, 1.1);
  atMost('9 command line, memory for ten times the pages', commandLine?.growth, 1.1);
  for (const [engine, title] of [
    ['firefox', 'Firefox'],
    ['webkit', 'WebKit'],
  ]) {
    const own = engines?.[engine];
    for (const size of [20_000, 200_000, 2_000_000])
      atMost(`10 ${title}, to the DOM, ${label(size)}`, ratio(size, 'toDom', own?.render), 1.15 * LENIENT);
    atMost(`10 ${title}, seed page, warm`, ratio('seed', 'toDom', own?.render), 2 * LENIENT);
    atMost(`10 ${title}, shown, 200 KB`, ratio(200_000, 'shown', own?.render), 0.4 * LENIENT);
    atMost(`10 ${title}, shown, 2 MB`, ratio(2_000_000, 'shown', own?.render), 0.35 * LENIENT);
    atMost(
      `10 ${title}, first screen, 10 MB to 20 KB`,
      own && own.firstScreen[10_000_000]?.first / own.firstScreen[20_000]?.first,
      2 * LENIENT,
    );
    atMost(
      `10 ${title}, one word changed, 2 MB to 20 KB`,
      own && own.update[2_000_000]?.median / own.update[20_000]?.median,
      1.5 * LENIENT,
    );
    atLeast(
      `10 ${title}, one word changed, 2 MB, times less than all again`,
      own && own.render[2_000_000]?.[BASE].shown.median / own.update[2_000_000]?.median,
      200 / LENIENT,
    );
    atMost(
      `10 ${title}, streaming, to the last block again`,
      own?.stream[OURS] && own.stream[OURS].total.median / own.stream['the last block again'].total.median,
      1.2 * LENIENT,
    );
    atMost(`10 ${title}, streaming, last tenth to the first`, own?.stream[OURS]?.growth, 1.3 * LENIENT);
  }
  return goals;
}

/**
 * What comes of each goal as a whole.
 *
 * @param {readonly Judged[]} goals
 */
export function verdicts(goals) {
  const numbers = [...new Set(goals.map(({ name }) => Number.parseInt(name, 10)))];
  return numbers.map((number) => {
    const own = goals.filter(({ name }) => Number.parseInt(name, 10) === number);
    return {
      number,
      met: own.filter(({ met }) => met === true).length,
      missed: own.filter(({ met }) => met === false),
      unmeasured: own.filter(({ met }) => met === undefined).length,
    };
  });
}
