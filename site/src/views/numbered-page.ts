import type { Snapshot } from '../content/snapshot.ts';
import { type MonthPage, monthPage } from './month-page.ts';
import type { PageParams } from './page.ts';
import { type ReleasePage, releasePage } from './release-page.ts';

/** What stands in a month at an address that ends with `page-` and a number. */
export type NumberedPage = { kind: 'month'; shown: MonthPage } | { kind: 'release'; shown: ReleasePage };

/** An older page of a month; or a release whose slug begins with `page-`, such as `page-1-of-history`. */
export function numberedPage(snapshot: Snapshot, params: PageParams): NumberedPage | undefined {
  const month = monthPage(snapshot, params);
  if (month !== undefined) return { kind: 'month', shown: month };
  const release = releasePage(snapshot, { ...params, slug: `page-${params.number}` });
  return release && { kind: 'release', shown: release };
}
