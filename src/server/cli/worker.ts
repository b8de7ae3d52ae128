import { parentPort, workerData } from 'node:worker_threads';
import type { Said } from './hired-worker.js';
import { createJob, type JobSettings } from './job.js';

const job = createJob(workerData as JobSettings);
const port = parentPort;
const say = (said: Said): void => port?.postMessage(said);

port?.on('message', (file: { readonly id: number; readonly path: string } | null) => {
  if (!file) port.close();
  else void job(file.path).then((outcome) => say({ id: file.id, outcome }));
});
say('ready');
