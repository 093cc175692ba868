import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { drawOne, type Easel, type PageOrder } from './draw-one.ts';
import type { HandMeans, HandOrder, PortionResult, StandingPaths } from './hands.ts';
import { loadCompiledSite } from './load-compiled-site.ts';
import { NamedPaths } from './named-paths.ts';
import { pathsIn } from './paths-in.ts';

/** A thread that draws the pages it is handed. */
const { server, snapshot: file, out, goesOn }: HandMeans = workerData;
const compiled = loadCompiledSite(server);
let easel: Easel | undefined;

parentPort?.on('message', (order: HandOrder) => {
  if ('pages' in order) easel = easelWith(order);
  else answer(order);
});

function easelWith({ pages, others }: StandingPaths): Easel {
  const snapshot = compiled.openSnapshot(file, Sqlite, pathsIn(pages, others));
  return { compiled, snapshot, named: new NamedPaths(compiled.site), out, goesOn };
}

/** One portion is drawn after the other. */
let last: Promise<void> = Promise.resolve();

function answer(orders: readonly PageOrder[]): void {
  last = last.then(async () => parentPort?.postMessage(await drawAll(orders)));
}

async function drawAll(orders: readonly PageOrder[]): Promise<PortionResult> {
  try {
    if (easel === undefined) throw new Error('Nobody said what stands where.');
    const results = [];
    for (const order of orders) results.push(await drawOne(easel, order));
    return { kind: 'results', results };
  } catch (error) {
    return { kind: 'broken', error };
  }
}
