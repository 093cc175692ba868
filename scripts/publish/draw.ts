import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { files, folders } from '../machine/folders.ts';
import { type Account, readAccount } from './account.ts';
import type { Compiled } from './compile-site.ts';
import { Refusal } from './refusal.ts';
import { type Run, workFile } from './run.ts';
import { askSite } from './site-command.ts';
import { askSiteProcess, isSiteProcessRunning } from './site-process.ts';
import { snapshotStamp } from './snapshot-state.ts';
import type { TakenIn } from './take-in.ts';

/** What was drawn, and nobody has seen yet. */
export interface DrawnSite {
  /** The files that are new: all of them, or those that are another than in the edition that the account goes on from. */
  folder: string;
  account: Account;
}

/**
 * Draws what is another than in the last edition that was made here; all of it where that is not known or not kept any
 * more. A page that cannot be drawn is left out, and told in the account.
 *
 * @throws Refusal `draw`
 */
export async function draw(run: Run, compiled: Compiled, taken: TakenIn): Promise<DrawnSite> {
  const drawn = await drawOnce(run, compiled, taken, []);
  const { base } = drawn.account.opening;
  const isKept = base === null || existsSync(path.join(run.places.objects, base));
  return tell(isKept ? drawn : await drawOnce(run, compiled, taken, ['--whole']));
}

function tell(drawn: DrawnSite): DrawnSite {
  const { pages, all } = drawn.account;
  console.error(`  ${pages.length} of ${all.pages} pages drawn, ${all.looked} looked at`);
  return drawn;
}

async function drawOnce(run: Run, { folder: compiled }: Compiled, taken: TakenIn, more: readonly string[]): Promise<DrawnSite> {
  const [folder, account] = [workFile(run, 'drawn'), workFile(run, 'account.ndjson')];
  for (const earlier of [folder, account]) rmSync(earlier, { recursive: true, force: true });
  const before = snapshotStamp();
  const places = ['--compiled', compiled, '--snapshot', files.snapshot, '--ledgers', folders.ledgers];
  const { code, words } = await askSite('draw-edition', ...places, '--out', folder, '--account', account, ...more);
  if (code !== 0) throw new Refusal(code === 1 ? 'draw' : 'code', words);
  const drawn = { folder, account: readAccount(account) };
  const { epoch, seq, asOf } = drawn.account.opening;
  if (snapshotStamp() !== before || epoch !== taken.epoch || seq !== taken.seq || asOf !== taken.asOf)
    throw new Refusal('older', 'The snapshot was changed while the site was drawn from it, by another publisher. Publish again.');
  return drawn;
}

/** Lets go of what was drawn last and did not go live: another publisher may draw. What is gone lets go by itself. */
export async function dropDrawn(): Promise<void> {
  if (isSiteProcessRunning()) await askSiteProcess('drop-drawn', []);
}

/** Lets the site know that what it drew last is live, so that the next drawing goes on from it. */
export async function keepDrawn(root: string): Promise<void> {
  const { code, words } = await askSite('keep-drawn', '--root', root);
  if (code !== 0) console.error(`  All pages are drawn the next time: ${words}`);
}
