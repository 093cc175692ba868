import { rmSync } from 'node:fs';
import { files, folders } from '../machine/folders.ts';
import { siteCommand } from './site-command.ts';

/** Draws every page of the snapshot with a compiled site into a new folder beside the one that is served. */
export async function drawSite(compiled: string): Promise<{ folder: string; summary: string }> {
  const folder = `${folders.dist}.next`; // on the file system of site/dist, so that a rename can replace it
  // A build that was killed a moment ago may still be writing there.
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  const output = await siteCommand('draw/draw.ts', '--compiled', compiled, '--snapshot', files.snapshot, '--out', folder);
  return { folder, summary: output.trim().split('\n').at(-1) ?? '' };
}
