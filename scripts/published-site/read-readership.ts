import { addressesPath, readershipIndexPath } from '@newsroom/shared/permalink';
import {
  type AddressesOfMonth,
  addressesOfMonthSchema,
  type ReadershipIndex,
  readershipIndexSchema,
} from '@newsroom/shared/readership';
import { fewAtOnce } from './few-at-once.ts';
import type { PublishedSite } from './published-site.ts';
import { readJson } from './read-published.ts';

/** Which days a site counted, and the addresses of its releases, a table for each month. @throws Failure where a file is missing or broken */
export async function readReadership(site: PublishedSite): Promise<{ index: ReadershipIndex; tables: AddressesOfMonth[] }> {
  const index = await readJson(site, readershipIndexPath, readershipIndexSchema);
  const tables = await fewAtOnce(index.months, (month) => readJson(site, addressesPath(month), addressesOfMonthSchema));
  return { index, tables };
}
