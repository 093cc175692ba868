import { movedAddressesPath } from '@newsroom/shared/permalink';
import type { MovedAddresses } from '@newsroom/shared/readership';
import type { Snapshot } from '../content/snapshot.ts';
import { type Page, plainFile } from './page.ts';
import { redirectsOf } from './redirects.ts';

export function movedAddressesPages(): Page[] {
  return [plainFile('moved-addresses', movedAddressesPath)];
}

/** The addresses that releases have left: those from which a redirect leads, in the end, to a release's page. */
export function movedAddresses(snapshot: Snapshot): MovedAddresses {
  const redirects = [...redirectsOf(snapshot).byPath.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const moved = redirects.flatMap(({ from, to }) => {
    const release = to === null ? undefined : snapshot.releaseAddressed(to);
    return release === undefined ? [] : [{ path: from, ...release }];
  });
  return { moved };
}
