import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DrawFault } from './draw-fault.ts';
import { drawPages } from './draw-pages.ts';
import { filesIn } from './files-in.ts';
import { loadCompiledSite } from './load-compiled-site.ts';
import { ManifestFile, type ManifestLine } from './manifest.ts';
import { writeSitemap } from './write-sitemap.ts';

const usage = `Usage: node site/draw/draw.ts --compiled FOLDER --snapshot FILE --out DIR [--manifest FILE] [--go-on]`;

/**
 * The command: draws the whole site into a new folder, or leaves none; with `--manifest` it tells in a file what it drew;
 * with `--go-on` pages that cannot be drawn are left out and told there. Exit codes: 0 drawn, 1 not, 2 wrongly called.
 */
async function main(): Promise<number> {
  const order = readArguments();
  if (typeof order === 'string') {
    console.error(`${order}\n${usage}`);
    return 2;
  }
  const started = performance.now();
  mkdirSync(order.out, { recursive: true });
  const manifest = order.manifest === undefined ? undefined : new ManifestFile(order.manifest);
  try {
    const count = await draw(order, (line) => manifest?.write(line));
    console.log(`${count} pages, drawn in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return 0;
  } catch (error) {
    rmSync(order.out, { recursive: true, force: true });
    if (!(error instanceof DrawFault)) throw error;
    console.error(`${error.message}\n${error.hint}`);
    return 1;
  } finally {
    manifest?.close();
  }
}

type Order = Exclude<ReturnType<typeof readArguments>, string>;

async function draw({ compiled, snapshot, out, goOn }: Order, record: (line: ManifestLine) => void): Promise<number> {
  const site = loadCompiledSite(join(compiled, 'server'));
  cpSync(join(compiled, 'client'), out, { recursive: true });
  const files = new Set<string>();
  const pages = await drawPages({
    server: join(compiled, 'server'),
    snapshot,
    out,
    goOn,
    progress: (done, all) => console.error(`${done} of ${all} pages`),
    warn: (warning) => console.error(`Warning: ${warning}`),
    record: (line) => {
      if ('kind' in line && line.kind === 'page') files.add(line.file);
      record(line);
    },
  });
  await writeSitemap(site.site, pages, out);
  for (const file of filesIn(out)) if (!files.has(file)) record({ kind: 'file', file });
  return pages.length;
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        compiled: { type: 'string' },
        snapshot: { type: 'string' },
        out: { type: 'string' },
        manifest: { type: 'string' },
        'go-on': { type: 'boolean', default: false },
      },
    });
    const { compiled, snapshot, out, manifest, 'go-on': goOn } = values;
    if (compiled === undefined || snapshot === undefined || out === undefined)
      return 'Say which compiled site, which snapshot, and where to.';
    if (existsSync(out)) return `${out} is there already; the site is drawn into a new folder.`;
    return {
      compiled: resolve(compiled),
      snapshot: resolve(snapshot),
      out: resolve(out),
      manifest: manifest && resolve(manifest),
      goOn,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

process.exitCode = await main();
