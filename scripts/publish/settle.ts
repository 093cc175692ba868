import { writeFileSync } from 'node:fs';
import type { HeldVersion } from '@newsroom/shared/document-fault';
import type { Edition } from '@newsroom/shared/edition';
import { files } from '../machine/folders.ts';
import { type Run, workFile } from './run.ts';
import { askSite } from './site-command.ts';

/** What is live, as the snapshot has to know it. */
export interface Settled {
  edition: Edition;
  /** With their faults in full, where this machine knows them. */
  held: Edition['held'] | readonly HeldVersion[];
  /** A file with the states that the edition shows of what it holds; undefined: the snapshot has them. */
  goods?: string | undefined;
}

/**
 * Lets the snapshot know that its state is live, so that nothing older is kept for it.
 *
 * @returns whether it could: else a whole feed is due
 */
export async function settle(run: Run, { edition, held, goods }: Settled): Promise<boolean> {
  const file = workFile(run, 'live-edition.json');
  writeFileSync(file, JSON.stringify({ epoch: edition.epoch, seq: edition.seq, held }));
  const args = ['--snapshot', files.snapshot, '--edition', file, ...(goods === undefined ? [] : ['--good', goods])];
  const { code, words } = await askSite('settle', ...args);
  if (code !== 0) console.error(`  The snapshot is made anew: ${words}`);
  return code === 0;
}
