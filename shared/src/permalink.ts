import type { Language } from './languages.ts';
import type { PopularPeriod } from './popular-rule.ts';

/*
 * The site's public addresses, as paths from its root. Nobody else joins slashes.
 * Every page's path ends with a slash; a file's path ends with its name.
 */

/** The page that lists the languages. */
export const rootPath = '/';

/** Where the 404 page of no language in particular is kept. */
export const rootNotFoundPath = '/404.html';

export function homePath(language: Language): string {
  return `/${language}/`;
}

export function newsPath(language: Language): string {
  return `/${language}/news/`;
}

/** The latest news for feed readers (RSS), beside the page. */
export function newsFeedPath(language: Language): string {
  return `${newsPath(language)}rss.xml`;
}

/** The archive of a month. @example monthPath('kk', '2022-06') // => '/kk/news/2022/06/' */
export function monthPath(language: Language, month: string): string {
  return `/${language}/news/${month.replace('-', '/')}/`;
}

/**
 * An older page of a month's archive, numbered from 1 for the oldest; the newest stands at the month's own address.
 * No release can have such a slug.
 */
export function monthPagePath(language: Language, month: string, number: number): string {
  return `${monthPath(language, month)}page-${number}/`;
}

/** The slugs that no release can have, since `monthPagePath` has them. */
export const slugOfMonthPage = /^page-\d+$/;

/** A release, below the month that was fixed at its first publication. */
export function releasePath(language: Language, addressMonth: string, slug: string): string {
  return `${monthPath(language, addressMonth)}${slug}/`;
}

export function delegationsPath(language: Language): string {
  return `/${language}/delegations/`;
}

export function delegationPath(language: Language, slug: string): string {
  return `${delegationsPath(language)}${slug}/`;
}

export function organisationsPath(language: Language): string {
  return `/${language}/organisations/`;
}

export function organisationPath(language: Language, slug: string): string {
  return `${organisationsPath(language)}${slug}/`;
}

export function eventsPath(language: Language): string {
  return `/${language}/events/`;
}

export function eventPath(language: Language, slug: string): string {
  return `${eventsPath(language)}${slug}/`;
}

/** The archive of a year, below the page of a delegation, an organisation or an event. @param path that page's path */
export function yearPath(path: string, year: string): string {
  return `${path}${year}/`;
}

/** What is read most, by the office's own rule or in a stretch of time. @example ('kk', 'week') // => '/kk/popular/week/' */
export function popularPath(language: Language, period: PopularPeriod = 'now'): string {
  return `/${language}/popular/${period === 'now' ? '' : `${period}/`}`;
}

/** The same list for machines, beside the page. */
export function popularJsonPath(language: Language, period: PopularPeriod = 'now'): string {
  return `${popularPath(language, period)}popular.json`;
}

/** What else there is for those who count readers, or compute the lists again. */
export const readershipIndexPath = '/readership/index.json';

/** Which addresses the releases of a month have. */
export function addressesPath(month: string): string {
  return `/readership/addresses/${month}.json`;
}

/** Which addresses releases had before. */
export const movedAddressesPath = '/readership/addresses/moved.json';

/** What was counted on a day. */
export function countedDayPath(day: string): string {
  return `/readership/days/${day}.csv`;
}

/** A page that stands still. */
export function staticPagePath(language: Language, slug: string): string {
  return `/${language}/pages/${slug}/`;
}

/** All that was set right or withdrawn. */
export function correctionsPath(language: Language): string {
  return `/${language}/corrections/`;
}

/** A picture in one of the widths that the site makes of it, in pixels. */
export function picturePath(sha256: string, width: number): string {
  return `/media/${sha256}-${width}.webp`;
}

/** A file to be taken along. @param fileName a name that is safe in an address, such as `results-2022.pdf` */
export function attachmentPath(sha256: string, fileName: string): string {
  return `/media/${sha256}/${fileName}`;
}

export function notFoundPath(language: Language): string {
  return `/${language}/404.html`;
}
