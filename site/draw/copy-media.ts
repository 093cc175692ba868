import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { mediaFolder } from '../src/content/media-folder.ts';
import { safeFileName } from '../src/views/file-name.ts';
import { DrawFault } from './draw-fault.ts';

/** Lays beside drawn pages the pictures and files that they name, and nothing else. */
export class MediaOfPages {
  readonly #snapshot: string;
  readonly #out: string;
  readonly #laid = new Set<string>();

  constructor(snapshot: string, out: string) {
    this.#snapshot = snapshot;
    this.#out = out;
  }

  /**
   * Lays what a drawn page names.
   *
   * @param named the paths of the site that it names
   * @throws DrawFault where a file is not there
   */
  lay(path: string, named: readonly string[]): void {
    for (const address of named) {
      if (this.#laid.has(address) || !mediaAddress.test(address) || !isNameOfOurs(address)) continue;
      const source = sourceOf(address, this.#snapshot);
      if (!existsSync(source)) {
        const message = `The page ${path} shows ${address}, and there is no file ${source}.`;
        throw new DrawFault(message, 'Take the feed in again: that makes what is missing. Nothing was published.');
      }
      layFile(source, join(this.#out, address));
      this.#laid.add(address);
    }
  }
}

const mediaAddress = /^\/media\/[0-9a-f]{64}(?:-\d+\.webp|\/[^/]+)$/;

/**
 * Whether an address is written as the site itself writes them. One that an editor made up, in a link, could let the
 * site hand a file out as a page or a program.
 */
function isNameOfOurs(address: string): boolean {
  const name = basename(address);
  return address.endsWith('.webp') || name === safeFileName(name);
}

function sourceOf(address: string, snapshot: string): string {
  const { originals, made } = mediaFolder(snapshot);
  const [, picture, original = ''] = /^\/media\/(?:([^/]+)|([^/]+)\/[^/]+)$/.exec(address) ?? [];
  return picture === undefined ? join(originals, original) : join(made, basename(picture));
}

/** Linked where that can be: a picture need not lie on the disk twice. */
function layFile(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) return;
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target); // another file system, or one that knows no links
  }
}
