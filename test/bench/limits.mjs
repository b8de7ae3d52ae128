/**
 * How far we are from what can be reached: `npm run bench -- --suite limits`. Beside what we take stands the least that it takes
 * whoever shows the same: marked to read the text, the browser's own sanitizer, and the HTML that a page of ours has.
 */
import { formatTable, median, short } from './statistics.mjs';

const BASE = 'marked + innerHTML (unsafe)';
const OURS = 'doc-elements';
const ALONE = 'marked alone';
const SAME = 'marked + our HTML, sanitized';
const STREAMS = ['the last block again', 'the last block again, sanitized', OURS];

const inTurns = (names, round) => (round % 2 === 0 ? names : [...names].reverse());

/** @param {() => Promise<any>} open The bench in a page, with what measures in it. @param {boolean} quick */
export async function limitsSuite(open, quick) {
  const result = { render: {}, update: {}, stream: {} };
  for (const size of ['seed', 20_000, 200_000, 2_000_000])
    result.render[size] = await renderLimits(open, size, quick);
  for (const size of [20_000, 2_000_000]) result.update[size] = await updateLimits(open, size, quick);
  result.stream = await streamLimits(open, quick);
  return result;
}

async function renderLimits(open, size, quick) {
  const { page, cpu, clear, style } = await open();
  const names = [BASE, ALONE, SAME, OURS];
  const samples = Object.fromEntries(names.map((name) => [name, { toDom: [], shown: [] }]));
  await page.evaluate((given) => bench.prepareLimits(given), size);
  const isLarge = size >= 1_000_000;
  if (!isLarge)
    for (const name of names) await page.evaluate((...all) => bench.warmUp(...all), name, size, 500_000);
  for (let round = -1; round < (quick || isLarge ? 3 : 9); round++)
    for (const name of inTurns(names, round))
      for (const [key, css] of Object.entries({ toDom: 'display: none', shown: '' })) {
        await clear();
        await style(css);
        const before = await cpu();
        await page.evaluate((...all) => bench.render(...all), name, size);
        if (key === 'shown') await page.evaluate(() => bench.show());
        if (round >= 0) samples[name][key].push((await cpu()) - before);
      }
  await page.close();
  const medians = Object.fromEntries(
    names.map((name) => [name, { toDom: median(samples[name].toDom), shown: median(samples[name].shown) }]),
  );
  const rows = names.map((name) => {
    const { toDom, shown } = medians[name];
    const times = (own, key) => short(own / medians[SAME][key]);
    return [name, short(toDom), times(toDom, 'toDom'), short(shown), times(shown, 'shown')];
  });
  const title = size === 'seed' ? 'The seed page' : `${size / 1000} KB`;
  console.log(`\n${title}: CPU ms, and as a ratio to the least for the same HTML`);
  console.log(formatTable(['', 'to DOM', '×', 'shown', '×'], rows));
  return medians;
}

async function updateLimits(open, size, quick) {
  const benches = { update: await open(), updateAtLeast: await open() };
  for (const { page } of Object.values(benches)) {
    // No other paints.
    await page.bringToFront();
    await page.evaluate((given) => bench.render('doc-elements', given), size);
    await page.evaluate(() => bench.show());
  }
  await benches.updateAtLeast.page.evaluate((given) => bench.prepareUpdateAtLeast(given), size);
  const samples = { update: [], updateAtLeast: [] };
  for (let round = 0; round < (quick ? 5 : 15); round++)
    for (const [name, { page, cpu }] of Object.entries(benches)) {
      await page.bringToFront();
      const before = await cpu();
      await page.evaluate((method, ...all) => bench[method](...all), name, size, round);
      if (round > 1) samples[name].push((await cpu()) - before);
    }
  for (const { page } of Object.values(benches)) await page.close();
  const [ours, least] = [median(samples.update), median(samples.updateAtLeast)];
  console.log(`\nOne word changed in ${size / 1000} KB: CPU ms`);
  console.log(
    formatTable(
      ['', 'ms', '×'],
      [
        ['compared, one section read and written', short(least), '1'],
        [OURS, short(ours), short(ours / least)],
      ],
    ),
  );
  return { ours, least };
}

async function streamLimits(open, quick) {
  const { page, cpu, clear } = await open();
  const samples = Object.fromEntries(STREAMS.map((name) => [name, []]));
  for (let round = -1; round < (quick ? 2 : 5); round++)
    for (const name of inTurns(STREAMS, round)) {
      await clear();
      const before = await cpu();
      await page.evaluate((given) => bench.stream(given), name);
      if (round >= 0) samples[name].push((await cpu()) - before);
    }
  await page.close();
  const medians = Object.fromEntries(STREAMS.map((name) => [name, median(samples[name])]));
  const [first = ''] = STREAMS;
  console.log('\n53 KB in pieces of 100 characters: CPU ms');
  console.log(
    formatTable(
      ['', 'ms', '×'],
      STREAMS.map((name) => [name, short(medians[name]), short(medians[name] / medians[first])]),
    ),
  );
  return medians;
}
