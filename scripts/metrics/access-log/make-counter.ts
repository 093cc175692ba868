import { AddressTable } from '../addresses/address-table.ts';
import type { Counting } from './block-counters.ts';
import { readNetworks } from './client-address.ts';
import { BlockCounter } from './count-block.ts';
import { DaySalts } from './day-salts.ts';
import { PageIndex } from './page-index.ts';

/** Makes what counts, of what can be handed from thread to thread. */
export function makeCounter({ addresses, office, now, salts, secret }: Counting): BlockCounter {
  const table = new AddressTable(addresses);
  return new BlockCounter({
    pages: new PageIndex(table),
    office: readNetworks(office),
    now,
    salts: new DaySalts(salts, secret),
  });
}
