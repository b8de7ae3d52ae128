import { parentPort, workerData } from 'node:worker_threads';
import type { Said, WorkerData } from './hired-worker.js';
import { createJob } from './job.js';
import { StopSign } from './stop-sign.js';

const { settings, stop } = workerData as WorkerData;
const job = createJob(settings);
const sign = new StopSign(stop);
const port = parentPort;
const say = (said: Said): void => port?.postMessage(said);

port?.on('message', (file: { readonly id: number; readonly path: string } | null) => {
  if (!file) port.close();
  else if (sign.isUp) say({ id: file.id });
  else void job(file.path).then((outcome) => say({ id: file.id, outcome }));
});
say('ready');
