import { directoryTypes, isDirectoryType } from '@newsroom/shared/directory';
import { languages } from '@newsroom/shared/languages';
import { readKeys } from '../content/read-keys.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { addressesPages } from './addresses-of-month.ts';
import { correctionsPages } from './corrections-page.ts';
import { countedDayPages } from './counted-day.ts';
import { delegationsPages } from './delegations-page.ts';
import { dossierPages } from './dossier-page.ts';
import { eventsPages } from './events-page.ts';
import { homePages } from './home-page.ts';
import { languagesPages } from './languages-page.ts';
import { monthPages } from './month-page.ts';
import { movedAddressesPages } from './moved-addresses.ts';
import { newsFeedPages } from './news-feed.ts';
import { newsPages } from './news-page.ts';
import { notFoundPages } from './not-found-page.ts';
import { organisationsPages } from './organisations-page.ts';
import type { Page } from './page.ts';
import { popularDataPages } from './popular-data.ts';
import { popularPages } from './popular-page.ts';
import { readershipIndexPages } from './readership-index.ts';
import { releasePages } from './release-page.ts';
import { robotsPages } from './robots.ts';
import { staticPages } from './static-page.ts';
import { themePages } from './theme.ts';
import { yearPages } from './year-page.ts';

/** Whose the pages are that every site has. */
export const siteItself = 'site';

/** Every file that the site draws from what is published. */
export function contentPages(snapshot: Snapshot): Page[] {
  return pageOwners(snapshot).flatMap((owner) => pagesOf(snapshot, owner));
}

/**
 * Whose pages there are: the site's own, those of documents, those of months, each in all languages, since pages
 * name their versions in the others, and those of counted days. A document and a day are named as what is read of them.
 */
export function pageOwners(snapshot: Snapshot): string[] {
  return [
    siteItself,
    ...snapshot.releaseIds().map((id) => readKeys.document('press-release', id)),
    ...snapshot.addressMonths().map((month) => `month ${month}`),
    ...directoryTypes.flatMap((type) => snapshot.directoryIds(type).map((id) => readKeys.document(type, id))),
    ...snapshot.staticPageIds().map((id) => readKeys.document('page', id)),
    ...snapshot.daysCounted().map((day) => readKeys.countedDay(day)),
  ];
}

/** The pages of an owner, one line for each kind; none where it is no more. */
export function pagesOf(snapshot: Snapshot, owner: string): Page[] {
  const [kind = '', name = ''] = owner.split(' ');
  if (kind === siteItself) return pagesOfSite(snapshot);
  if (kind === 'press-release') return releasePages(snapshot, name);
  if (kind === 'month') return pagesOfMonth(snapshot, name);
  if (kind === 'counted-day') return countedDayPages(snapshot, name);
  if (kind === 'page') return staticPages(snapshot, name);
  if (isDirectoryType(kind)) return [...dossierPages(snapshot, kind, name), ...yearPages(snapshot, kind, name)];
  throw new Error(`${owner} owns no pages`);
}

/** Whose pages may be others where what is read under a name is; undefined: nobody's. */
export function ownerTouchedBy(key: string): string | undefined {
  const [kind = '', name = '', id = ''] = key.replace(/^changed /, '').split(' ');
  if (kind === 'month') return `month ${id}`;
  if (kind === 'counted-day') return key;
  if (kind === 'press-release' || kind === 'page' || isDirectoryType(kind)) return key;
  return kind === 'about' || kind === 'accredited' ? readKeys.document(name, id) : undefined;
}

function pagesOfMonth(snapshot: Snapshot, month: string): Page[] {
  return [...languages.flatMap((language) => monthPages(snapshot, language, month)), ...addressesPages(snapshot, month)];
}

/** What every site has, whatever its content: few pages, and their list is quickly made. */
function pagesOfSite(snapshot: Snapshot): Page[] {
  return [
    ...languagesPages(),
    ...homePages(snapshot),
    ...newsPages(snapshot),
    ...newsFeedPages(),
    ...delegationsPages(snapshot),
    ...organisationsPages(snapshot),
    ...eventsPages(snapshot),
    ...correctionsPages(snapshot),
    ...popularPages(),
    ...popularDataPages(),
    ...readershipIndexPages(),
    ...movedAddressesPages(),
    ...notFoundPages(),
    ...themePages(snapshot),
    ...robotsPages(),
  ];
}
