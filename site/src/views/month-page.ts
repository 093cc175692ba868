import { isLanguage, type Language, languages } from '@newsroom/shared/languages';
import { monthPagePath, monthPath, newsPath } from '@newsroom/shared/permalink';
import type { ListedRelease, MonthCount, Snapshot } from '../content/snapshot.ts';
import { formatMonth } from '../languages/dates.ts';
import { formatNumber } from '../languages/numbers.ts';
import { fill } from '../languages/phrases.ts';
import { wordsIn } from '../languages/words.ts';
import { type Alternates, alternatesAt } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { newest } from './newest.ts';
import { type Page, type PageParams, readersPage } from './page.ts';
import { type ReleaseItem, releaseItem } from './release-item.ts';

/** The archive of one month in one language, or one page of it. */
export interface MonthPage {
  frame: Frame;
  releases: ReleaseItem[];
  older: string | undefined;
  newer: string | undefined;
}

/**
 * How many releases a page of a month has at most. Pages are numbered from the oldest, so that a new release changes
 * only the newest; that one stands at the month's own address, and moves to its number when it is full.
 */
const pageSize = 50;

/** The pages of a month's archive. */
export function monthPages(snapshot: Snapshot, language: Language, name: string): Page[] {
  const month = snapshot.month(language, name);
  if (month === undefined) return [];
  const withdrawal = snapshot.lastWithdrawalOfMonth(language, name);
  return Array.from({ length: pagesOf(month) }, (_, index) => {
    const number = index + 1;
    const changes = [snapshot.lastChangeOfMonth(language, name, stretchOf(month, number)), withdrawal];
    return readersPage('month', pathOfPage(language, month, number), alternatesOfPage(snapshot, month, number), newest(changes));
  });
}

/** @param params.number the number of an older page; without one, the newest is meant */
export function monthPage(snapshot: Snapshot, params: PageParams): MonthPage | undefined {
  const { locale } = params;
  if (!isLanguage(locale)) return undefined;
  const month = snapshot.month(locale, `${params.year}-${params.month}`);
  if (month === undefined) return undefined;
  const number = params.number === undefined ? pagesOf(month) : olderNumber(params.number, month);
  if (number === undefined) return undefined;
  return {
    frame: frameOf(snapshot, locale, {
      path: pathOfPage(locale, month, number),
      title: titleOfPage(locale, month, number),
      alternates: alternatesOfPage(snapshot, month, number),
      trail: [
        { label: wordsIn(locale).news, href: newsPath(locale) },
        ...(number < pagesOf(month)
          ? [{ label: formatMonth(locale, month.month).text, href: monthPath(locale, month.month) }]
          : []),
      ],
    }),
    releases: releasesOfPage(snapshot, locale, month, number).map(releaseItem),
    older: number > 1 ? pathOfPage(locale, month, number - 1) : undefined,
    newer: number < pagesOf(month) ? pathOfPage(locale, month, number + 1) : undefined,
  };
}

function pagesOf({ count }: MonthCount): number {
  return Math.ceil(count / pageSize);
}

/** The number of an older page, as its address has it: the newest has no number there, and `02` is none. */
function olderNumber(text: string, month: MonthCount): number | undefined {
  const number = Number(text);
  return String(number) === text && Number.isInteger(number) && number >= 1 && number < pagesOf(month) ? number : undefined;
}

function pathOfPage(language: Language, month: MonthCount, number: number): string {
  return number < pagesOf(month) ? monthPagePath(language, month.month, number) : monthPath(language, month.month);
}

function titleOfPage(language: Language, month: MonthCount, number: number): string {
  const { newsOfMonth, page } = wordsIn(language);
  const title = fill(newsOfMonth, { month: formatMonth(language, month.month).text });
  return number < pagesOf(month) ? `${title}, ${fill(page, { n: formatNumber(language, number) })}` : title;
}

/** The releases of a page, newest first, as everywhere; the pages are filled from the oldest. */
function releasesOfPage(snapshot: Snapshot, language: Language, month: MonthCount, number: number): ListedRelease[] {
  return snapshot.releasesOfMonth(language, month.month, stretchOf(month, number));
}

/** Which of a month's releases stand on a page: without the `skip` newest, at most `limit`. */
function stretchOf({ count }: MonthCount, number: number): { skip: number; limit: number } {
  const skip = Math.max(0, count - number * pageSize);
  return { skip, limit: count - (number - 1) * pageSize - skip };
}

/** A month has a page in every language that has a release in it, and an older one where that is older, too. */
function alternatesOfPage(snapshot: Snapshot, month: MonthCount, number: number): Alternates {
  const older = number < pagesOf(month);
  const found = languages.flatMap((language) => {
    const there = snapshot.month(language, month.month);
    if (there === undefined || (older && number >= pagesOf(there))) return [];
    return [[language, pathOfPage(language, there, older ? number : pagesOf(there))]];
  });
  return alternatesAt(Object.fromEntries(found));
}
