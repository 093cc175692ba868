import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Original } from '../../scale/originals.ts';
import { mediaHref } from './peer-newsroom.ts';

/** Lays into a folder what a peer only copies: styles, and the pictures and files in the one size in which they were uploaded. */
export function writeStaticFiles(folder: string, originals: readonly Original[]): void {
  cpSync(path.join(import.meta.dirname, 'assets'), folder, { recursive: true });
  for (const { file, bytes } of originals) {
    const target = path.join(folder, mediaHref(file));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}
