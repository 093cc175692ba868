import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { liveEdition } from '../deploy/kept-editions.ts';
import { assetFolders } from '../deploy/places.ts';
import type { DrawnSite } from '../draw.ts';
import { type Run, replacedBy } from '../run.ts';
import type { Evidence } from './evidence.ts';

/** What stands where: in the edition that is made, which may go on from another one, and in the one that readers get. */
export function standingFiles(run: Run, { folder, account }: DrawnSite): Pick<Evidence, 'isThere' | 'wasLive' | 'liveBytes'> {
  const { objects, live, assets } = run.places;
  const { base } = account.opening;
  const gone = new Set(account.gone.map(({ file }) => file));
  const later = new Set(account.all.sitemap);
  const isKnown = replacedBy(run) !== null && replacedBy(run)?.generation === liveEdition(run.places)?.generation;
  return {
    isThere: (address) => {
      const file = fileAt(address);
      if (later.has(file) || isFile(path.join(folder, file))) return true;
      if (assetFolders.some((name) => file.startsWith(`${name}/`))) return isFile(path.join(assets, file));
      return base !== null && !gone.has(file) && isFile(path.join(objects, base, file));
    },
    wasLive: (address) => isKnown && isFile(path.join(live, fileAt(address))),
    liveBytes: (file) => (isKnown && isFile(path.join(live, file)) ? readFileSync(path.join(live, file)) : undefined),
  };
}

/** The file behind an address of the site, relative to it. */
export function fileAt(address: string): string {
  return `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`;
}

export function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
