import { movedAddressesPath } from '@newsroom/shared/permalink';
import { movedAddressesSchema } from '@newsroom/shared/readership';
import type { PublishedSite } from '../../published-site/published-site.ts';
import { readJson } from '../../published-site/read-published.ts';
import { readReadership } from '../../published-site/read-readership.ts';
import { AddressTable } from './address-table.ts';

/** Reads from a site which address belongs to which release. @throws Failure where it cannot be read */
export async function readAddresses(site: PublishedSite): Promise<AddressTable> {
  const table = new AddressTable();
  const { tables } = await readReadership(site);
  for (const { releases } of tables)
    for (const { id: document, addresses } of releases)
      for (const { language, path: address } of addresses) table.add({ document, language, address });
  const { moved } = await readJson(site, movedAddressesPath, movedAddressesSchema);
  for (const { path: address, id: document, language } of moved) table.addMoved(address, { document, language });
  return table;
}
