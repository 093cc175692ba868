import { parentPort, workerData } from 'node:worker_threads';
import { makeCounter } from './make-counter.ts';

/** Counts blocks for another thread, one after the other. */
const counter = makeCounter(workerData);

parentPort?.on('message', (bytes: Uint8Array) => {
  const count = counter.count(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  parentPort?.postMessage(count, [count.requests.buffer as ArrayBuffer]);
});
