import { addressesPath } from '@newsroom/shared/permalink';
import type { AddressesOfMonth } from '@newsroom/shared/readership';
import type { Snapshot } from '../content/snapshot.ts';
import { type Page, type PageParams, plainFile } from './page.ts';

/** The file of a month's addresses; none where no release has one in it. */
export function addressesPages(snapshot: Snapshot, month: string): Page[] {
  return snapshot.hasAddresses(month) ? [plainFile('readership', addressesPath(month))] : [];
}

/** Which addresses the releases of a month have. */
export function addressesOfMonth(snapshot: Snapshot, { month = '' }: PageParams): AddressesOfMonth | undefined {
  const releases = snapshot.addressedIn(month);
  return releases.length === 0 ? undefined : { month, releases };
}
