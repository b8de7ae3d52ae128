import { parentPort, workerData } from 'node:worker_threads';
import { createJob, type JobSettings } from './job.js';

const job = createJob(workerData as JobSettings);
const port = parentPort;

port?.on('message', (file: { readonly id: number; readonly path: string } | null) => {
  if (!file) port.close();
  else void job(file.path).then((outcome) => port.postMessage({ id: file.id, outcome }));
});
