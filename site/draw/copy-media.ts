import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { mediaFolder } from '../src/content/media-folder.ts';
import { safeFileName } from '../src/views/file-name.ts';
import { DrawFault } from './draw-fault.ts';

/** The files that drawn pages name, and the page that did first. */
export class MediaOfPages {
  readonly #namedBy = new Map<string, string>();

  /** Notes what a drawn page names. */
  add(path: string, body: string): void {
    for (const [address] of body.matchAll(mediaAddress)) if (!this.#namedBy.has(address)) this.#namedBy.set(address, path);
  }

  /**
   * Lays what was noted, and nothing else, beside the pages.
   *
   * @param isKnown whether a file belongs to the content; what else looks like one is an editor's own words
   * @throws DrawFault where a file is not there that the content names
   */
  copy(snapshot: string, out: string, isKnown: (sha256: string) => boolean): void {
    for (const [address, page] of this.#namedBy) {
      if (!isNameOfOurs(address)) continue;
      const source = sourceOf(address, snapshot);
      if (existsSync(source)) lay(source, join(out, address));
      else if (isKnown(address.slice(mediaStart.length, mediaStart.length + 64))) {
        const message = `The page ${page} shows ${address}, and there is no file ${source}.`;
        throw new DrawFault(message, 'Take the feed in again: that makes what is missing. Nothing was published.');
      }
    }
  }
}

const mediaStart = '/media/';
const mediaAddress = /\/media\/[0-9a-f]{64}(?:-\d+\.webp|\/[a-z0-9-]+(?:\.[a-z0-9]+)?)/g;

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
function lay(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) return;
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target); // another file system, or one that knows no links
  }
}
