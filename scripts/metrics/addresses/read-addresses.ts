import { addressesPath, movedAddressesPath, readershipIndexPath } from '@newsroom/shared/permalink';
import { addressesOfMonthSchema, movedAddressesSchema, readershipIndexSchema } from '@newsroom/shared/readership';
import { AddressTable } from './address-table.ts';
import { readPublished } from './read-published.ts';

/**
 * Reads from a site which address belongs to which release.
 *
 * @param site a folder that holds the site, or its address
 * @throws Failure where it cannot be read
 */
export async function readAddresses(site: string): Promise<AddressTable> {
  const table = new AddressTable();
  const { months } = await readPublished(site, readershipIndexPath, readershipIndexSchema);
  const ofMonths = await Promise.all(months.map((month) => readPublished(site, addressesPath(month), addressesOfMonthSchema)));
  for (const { releases } of ofMonths)
    for (const { id: document, addresses } of releases)
      for (const { language, path: address } of addresses) table.add({ document, language, address });
  const { moved } = await readPublished(site, movedAddressesPath, movedAddressesSchema);
  for (const { path: address, id: document, language } of moved) table.addMoved(address, { document, language });
  return table;
}
