import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Say } from '../command.ts';
import { AccountFile } from './account.ts';
import { type DrawnState, drawEdition } from './draw-edition.ts';
import { DrawFault } from './draw-fault.ts';
import { filesIn } from './files-in.ts';
import type { Ledger } from './ledger.ts';
import { dropOtherLedgers, openLedger } from './ledger-file.ts';
import { loadCompiledSite } from './load-compiled-site.ts';
import { writeSitemap } from './write-sitemap.ts';

const usage = `draw-edition --compiled FOLDER --snapshot FILE --ledgers FOLDER --out FOLDER --account FILE [--whole]`;

/** What was drawn last and is not kept yet: the ledger stays open until it is, or until it is drawn again. */
let drawing: { ledger: Ledger; state: DrawnState; ledgers: string } | undefined;

/**
 * Draws what is another since the drawing that was kept last, into a folder, and tells it in a file.
 * Exit codes: 0 drawn, 1 not, 2 wrongly called.
 */
export async function drawEditionCommand(args: readonly string[], say: Say): Promise<number> {
  const order = readArguments(args);
  if (typeof order === 'string') {
    say.words(`${order}\n${usage}`);
    return 2;
  }
  forgetDrawing();
  const account = new AccountFile(order.account);
  const ledger = openLedger(order.ledgers);
  try {
    mkdirSync(order.out, { recursive: true });
    const client = join(order.compiled, 'client');
    const [server, code] = [join(order.compiled, 'server'), basename(order.compiled)];
    const told = new Set<string>();
    let isWhole = false;
    const state = await drawEdition({
      ...order,
      ...{ ledger, server, code, goesOn: true },
      clientFiles: filesIn(client),
      progress: (done, all) => done % 500 === 0 && say.words(`${done} of ${all} pages`),
      record: (line) => {
        if ('account' in line) isWhole = line.base === null;
        if ('kind' in line && line.kind === 'page') told.add(line.file);
        account.write(line);
      },
    });
    if (isWhole) cpSync(client, order.out, { recursive: true });
    for (const file of filesIn(order.out)) if (!told.has(file)) account.write({ kind: 'file', file });
    drawing = { ledger, state, ledgers: order.ledgers };
    return 0;
  } catch (error) {
    ledger.close();
    rmSync(order.out, { recursive: true, force: true });
    if (!(error instanceof DrawFault)) throw error;
    say.words(`${error.message}\n${error.hint}`);
    return 1;
  } finally {
    account.close();
  }
}

/** Takes what was drawn last for what the site shows: `--root NAME` says how its files are called. */
export async function keepDrawnCommand(args: readonly string[], say: Say): Promise<number> {
  const { root } = parseArgs({ args: [...args], options: { root: { type: 'string' } } }).values;
  if (root === undefined || drawing === undefined) {
    say.words(root === undefined ? 'keep-drawn --root NAME' : 'Nothing was drawn that could be kept.');
    return root === undefined ? 2 : 1;
  }
  const { ledger, state, ledgers } = drawing;
  ledger.keep({ ...state, root });
  forgetDrawing();
  dropOtherLedgers(ledgers);
  return 0;
}

/** Lets go of what was drawn last and is not to be kept. */
export async function dropDrawnCommand(): Promise<number> {
  forgetDrawing();
  return 0;
}

/**
 * Writes the sitemap of what was kept last: `--compiled FOLDER --ledgers FOLDER --root NAME --out FOLDER`. Exit codes: 0
 * written, 1 something else was kept last.
 */
export async function sitemapCommand(args: readonly string[], say: Say): Promise<number> {
  const text = { type: 'string' } as const;
  const options = { compiled: text, ledgers: text, root: text, out: text } as const;
  const { compiled = '', ledgers = '', root, out = '' } = parseArgs({ args: [...args], options }).values;
  const ledger = openLedger(resolve(ledgers));
  try {
    if (ledger.state()?.root !== root) {
      say.words('Another edition was drawn last.');
      return 1;
    }
    mkdirSync(out, { recursive: true });
    await writeSitemap(loadCompiledSite(join(compiled, 'server')).site, ledger.allPages(), resolve(out));
    return 0;
  } finally {
    ledger.close();
  }
}

function forgetDrawing(): void {
  drawing?.ledger.close();
  drawing = undefined;
}

function readArguments(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = {
      compiled: text,
      snapshot: text,
      ledgers: text,
      out: text,
      account: text,
      whole: { type: 'boolean' },
    } as const;
    const { compiled, snapshot, ledgers, out, account, whole = false } = parseArgs({ args: [...args], options }).values;
    if (compiled === undefined || snapshot === undefined || ledgers === undefined || out === undefined || account === undefined)
      return 'Say which compiled site, which snapshot, in which folder the ledger, where to, and where to tell it.';
    const paths = { compiled, snapshot, ledgers, out, account };
    return { ...(Object.fromEntries(Object.entries(paths).map(([name, file]) => [name, resolve(file)])) as typeof paths), whole };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
