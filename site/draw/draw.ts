import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DrawFault } from './draw-fault.ts';
import { drawSite } from './draw-site.ts';
import { loadCompiledSite } from './load-compiled-site.ts';
import { writeSitemap } from './write-sitemap.ts';

const usage = `Usage: node site/draw/draw.ts --compiled FOLDER --snapshot FILE --out DIR`;

/** The command: draws the whole site into a new folder, or leaves none. Exit codes: 0 drawn, 1 not, 2 wrongly called. */
async function main(): Promise<number> {
  const order = readArguments();
  if (typeof order === 'string') {
    console.error(`${order}\n${usage}`);
    return 2;
  }
  const started = performance.now();
  mkdirSync(order.out, { recursive: true });
  try {
    const count = await draw(order);
    console.log(`${count} pages, drawn in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return 0;
  } catch (error) {
    rmSync(order.out, { recursive: true, force: true });
    if (!(error instanceof DrawFault)) throw error;
    console.error(`${error.message}\n${error.hint}`);
    return 1;
  }
}

type Order = Exclude<ReturnType<typeof readArguments>, string>;

async function draw({ compiled, snapshot, out }: Order): Promise<number> {
  const server = join(compiled, 'server');
  const pages = await drawSite({
    ...{ server, snapshot, out },
    progress: (done, all) => console.error(`${done} of ${all} pages`),
    warn: (warning) => console.error(`Warning: ${warning}`),
  });
  cpSync(join(compiled, 'client'), out, { recursive: true });
  await writeSitemap(loadCompiledSite(server).site, pages, out);
  return pages.length;
}

function readArguments() {
  try {
    const text = { type: 'string' } as const;
    const { compiled, snapshot, out } = parseArgs({ options: { compiled: text, snapshot: text, out: text } }).values;
    if (compiled === undefined || snapshot === undefined || out === undefined)
      return 'Say which compiled site, which snapshot, and where to.';
    if (existsSync(out)) return `${out} is there already; the site is drawn into a new folder.`;
    return { compiled: resolve(compiled), snapshot: resolve(snapshot), out: resolve(out) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

process.exitCode = await main();
