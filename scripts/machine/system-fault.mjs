// Plain JavaScript, since the bootstrap needs it before anything is installed.
import { statfsSync } from 'node:fs';

/** Below this much free space, in bytes, a step that failed has most likely failed for want of it. */
const scarce = 100_000_000;

/**
 * What an error of the operating system means to the person at the terminal, and what to do about it.
 *
 * @param {unknown} error
 * @returns {string | undefined} undefined for every other error
 */
export function explainSystemFault(error) {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const place = 'path' in error && error.path ? String(error.path) : (/'(\/[^']+)'/.exec(error.message)?.[1] ?? 'a file');
  const both = 'dest' in error ? `${place} or ${error.dest}` : place;
  // Node's rmSync has no code for this one, only words.
  switch (error.message.includes('Read-only file system') ? 'EROFS' : error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full: ${both} could not be written. Free some space, then start again; what is done is kept.`;
    case 'EACCES':
    case 'EPERM':
      return `This user may not read or write ${both}. Give the folder to the user who runs this (chown), or run it as the user whose it is.`;
    case 'EROFS':
      return `${both} lies on a file system that can only be read. Put the newsroom into a folder that can be written to.`;
    case 'ENOTDIR':
    case 'EISDIR':
      return `${both} is ${error.code === 'EISDIR' ? 'a folder where a file' : 'a file where a folder'} should be. Move it away, then start again.`;
    default:
      return undefined;
  }
}

/**
 * Says that the disk is full, where it is: programs that ran out of space say so in many ways, or not at all.
 *
 * @param {string} folder any folder that is there
 * @returns {string | undefined} undefined while there is space
 */
export function explainFullDisk(folder) {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= scarce) return undefined;
  return `The disk is full: only ${Math.floor(free / 1_000_000)} MB are free where ${folder} lies. Free some space (the newsroom needs about 2 GB), then start again; what is done is kept.`;
}
