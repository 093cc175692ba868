import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { officeTimeZone } from '@newsroom/shared/local-time';
import { addressesPath, movedAddressesPath, readershipIndexPath } from '@newsroom/shared/permalink';
import type { AddressesOfMonth, MovedAddresses, ReadershipIndex } from '@newsroom/shared/readership';
import type { AddressTable, CountedPage } from '../addresses/address-table.ts';

/** The month in an address of a release. @example '/kk/news/2026/11/example/' // => '2026-11' */
const monthOf = (address: string) => address.split('/').slice(3, 5).join('-');

/** Writes addresses as a site publishes them. */
export function writeAddresses(table: AddressTable, folder: string): void {
  const entries = [...table.entries()];
  const own = entries.filter(([address, page]) => address === page.address).map(([, page]) => page);
  const months = Map.groupBy(own, ({ address }) => monthOf(address));
  const index: ReadershipIndex = {
    readership: 'newsroom',
    version: 1,
    timeZone: officeTimeZone,
    months: [...months.keys()].sort(),
    days: [],
  };
  const moved: MovedAddresses = {
    moved: entries
      .filter(([address, page]) => address !== page.address)
      .map(([address, { document: id, language }]) => ({ path: address, id, language })),
  };
  write(folder, readershipIndexPath, index);
  write(folder, movedAddressesPath, moved);
  for (const [month, pages] of months) write(folder, addressesPath(month), ofMonth(month, pages));
}

function ofMonth(month: string, pages: readonly CountedPage[]): AddressesOfMonth {
  const releases = [...Map.groupBy(pages, ({ document }) => document)].map(([id, versions]) => ({
    id,
    publicSince: `${month}-01T05:00:00.000Z`,
    isWithdrawn: false,
    addresses: versions.map(({ language, address }) => ({ language, path: address })),
  }));
  return { month, releases };
}

function write(folder: string, file: string, content: unknown): void {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, `${JSON.stringify(content)}\n`);
}
