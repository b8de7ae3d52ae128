#!/usr/bin/env node
import { EXIT } from './command.js';
import { main } from './main.js';
import { Output } from './terminal.js';

const controller = new AbortController();
let interrupted: number | undefined;

/** The first signal lets the pages in work come to their end; the second does not wait. */
const end = (code: number) => (): void => {
  if (interrupted !== undefined) process.exit(code);
  interrupted = code;
  controller.abort();
};
process.on('SIGINT', end(EXIT.interrupted)).on('SIGTERM', end(EXIT.terminated));

// Whoever reads has enough, such as `head`: there is nobody left to write to.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(EXIT.ok);
  });

const terminal = {
  out: new Output(process.stdout),
  err: new Output(process.stderr),
  signal: controller.signal,
};
const code = await main(process.argv.slice(2), terminal);
process.exitCode = interrupted ?? code;
