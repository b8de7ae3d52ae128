/* eslint-disable no-console -- what it finds is its output */
/**
 * How the time of each class of hostile input grows: `npx tsx test/security/growth.ts [name]` writes a line of
 * milliseconds for 10,000, 30,000 and 100,000 characters, the slowest last.
 */
import { renderData } from '../../src/pipeline/data.js';
import { renderMarkdown } from '../../src/pipeline/markdown.js';
import { HOSTILE_INPUTS, type HostileInput } from './hostile-input.js';

const SIZES = [10_000, 30_000, 100_000];

interface Growth {
  readonly name: string;
  readonly milliseconds: readonly number[];
}

async function measure({ kind, text, options }: HostileInput, size: number): Promise<number> {
  const source = text(size);
  const start = process.cpuUsage();
  if (kind === 'markdown') await renderMarkdown(source, options);
  else await renderData(source, options);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The processor time of the inputs whose name includes `filter`, each the better of two runs. */
export async function measureHostileInputs(filter = ''): Promise<readonly Growth[]> {
  const growths: Growth[] = [];
  for (const input of HOSTILE_INPUTS.filter(({ name }) => name.includes(filter))) {
    const milliseconds: number[] = [];
    for (const size of SIZES)
      milliseconds.push(Math.min(await measure(input, size), await measure(input, size)));
    growths.push({ name: input.name, milliseconds });
  }
  return growths.sort((one, other) => (one.milliseconds.at(-1) ?? 0) - (other.milliseconds.at(-1) ?? 0));
}

if (process.argv[1]?.endsWith('growth.ts')) {
  const columns = SIZES.map((size) =>
    String(size / 1000)
      .concat(' k')
      .padStart(8),
  ).join('');
  console.log(`${columns}  ms`);
  for (const { name, milliseconds } of await measureHostileInputs(process.argv[2]))
    console.log(`${milliseconds.map((ms) => ms.toFixed(0).padStart(8)).join('')}  ${name}`);
}
