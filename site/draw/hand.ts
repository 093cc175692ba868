import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { drawOne, type PageOrder } from './draw-one.ts';
import type { HandMeans, PortionResult } from './hands.ts';
import { loadCompiledSite } from './load-compiled-site.ts';
import { NamedPaths } from './named-paths.ts';
import { pathsIn } from './paths-in.ts';

/** A thread that draws the pages it is handed. */
const means: HandMeans = workerData;
const compiled = loadCompiledSite(means.server);
const snapshot = compiled.openSnapshot(means.snapshot, Sqlite, pathsIn(means.pages, means.others));
const easel = { compiled, snapshot, named: new NamedPaths(compiled.site), out: means.out, goesOn: means.goesOn };

parentPort?.on('message', (orders: readonly PageOrder[]) => void answer(orders));

async function answer(orders: readonly PageOrder[]): Promise<void> {
  parentPort?.postMessage(await drawAll(orders));
}

async function drawAll(orders: readonly PageOrder[]): Promise<PortionResult> {
  try {
    const results = [];
    for (const order of orders) results.push(await drawOne(easel, order));
    return { kind: 'results', results };
  } catch (error) {
    return { kind: 'broken', error };
  }
}
