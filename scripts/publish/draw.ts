import { rmSync } from 'node:fs';
import { files } from '../machine/folders.ts';
import type { Compiled } from './compile-site.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { Refusal } from './refusal.ts';
import { type Run, workFile } from './run.ts';
import { askSite } from './site-command.ts';
import { snapshotStamp } from './snapshot-state.ts';
import type { TakenIn } from './take-in.ts';

/** A drawn site that nobody has seen yet. */
export interface DrawnSite {
  folder: string;
  manifest: Manifest;
  manifestFile: string;
}

/**
 * Draws every page of the snapshot. A page that cannot be drawn is left out, and told in the manifest.
 *
 * @throws Refusal `draw`
 */
export async function draw(run: Run, { folder: compiled }: Compiled, taken: TakenIn): Promise<DrawnSite> {
  const folder = workFile(run, 'drawn');
  const manifestFile = workFile(run, 'manifest.ndjson');
  for (const earlier of [folder, manifestFile]) rmSync(earlier, { recursive: true, force: true });
  const before = snapshotStamp();
  const args = ['--compiled', compiled, '--snapshot', files.snapshot, '--out', folder, '--manifest', manifestFile, '--go-on'];
  const { code, words } = await askSite('draw/draw.ts', ...args);
  if (code !== 0) throw new Refusal(code === 1 ? 'draw' : 'code', words);
  const manifest = readManifest(manifestFile);
  const { epoch, seq, asOf } = manifest.opening;
  if (snapshotStamp() !== before || epoch !== taken.epoch || seq !== taken.seq || asOf !== taken.asOf)
    throw new Refusal('older', 'The snapshot was changed while the site was drawn from it, by another publisher. Publish again.');
  return { folder, manifest, manifestFile };
}
