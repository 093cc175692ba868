import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AccountFile } from './account.ts';
import { DrawFault } from './draw-fault.ts';
import { drawSite } from './draw-site.ts';
import { filesIn } from './files-in.ts';
import { loadCompiledSite } from './load-compiled-site.ts';
import { writeSitemap } from './write-sitemap.ts';

const usage = `Usage: node site/draw/draw.ts --compiled FOLDER --snapshot FILE --out DIR [--account FILE]`;

/** The command: draws the whole site into a new folder, or leaves none; and tells it in a file. Exit codes: 0 drawn, 1 not, 2 wrongly called. */
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

async function draw({ compiled, snapshot, out, account: file }: Order): Promise<number> {
  const [server, client] = [join(compiled, 'server'), join(compiled, 'client')];
  const account = file === undefined ? undefined : new AccountFile(file);
  const told = new Set<string>();
  try {
    const pages = await drawSite({
      ...{ server, snapshot, out },
      clientFiles: filesIn(client),
      beside: (all) => writeSitemap(loadCompiledSite(server).site, all, out),
      progress: (done, all) => console.error(`${done} of ${all} pages`),
      warn: (warning) => console.error(`Warning: ${warning}`),
      record: (line) => {
        if ('kind' in line && line.kind === 'page') told.add(line.file);
        account?.write(line);
      },
    });
    cpSync(client, out, { recursive: true });
    if (account !== undefined) for (const name of filesIn(out)) if (!told.has(name)) account.write({ kind: 'file', file: name });
    return pages.length;
  } finally {
    account?.close();
  }
}

function readArguments() {
  try {
    const text = { type: 'string' } as const;
    const options = { compiled: text, snapshot: text, out: text, account: text } as const;
    const { compiled, snapshot, out, account } = parseArgs({ options }).values;
    if (compiled === undefined || snapshot === undefined || out === undefined)
      return 'Say which compiled site, which snapshot, and where to.';
    if (existsSync(out)) return `${out} is there already; the site is drawn into a new folder.`;
    return { compiled: resolve(compiled), snapshot: resolve(snapshot), out: resolve(out), account: account && resolve(account) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

process.exitCode = await main();
