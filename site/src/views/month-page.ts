import { isLanguage, languages } from '@newsroom/shared/languages';
import { monthPath, newsPath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { formatMonth } from '../languages/dates.ts';
import { fill } from '../languages/phrases.ts';
import { wordsIn } from '../languages/words.ts';
import { type Alternates, alternatesAt } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { type Page, type PageParams, readersPage } from './page.ts';
import { type ReleaseItem, releaseItem } from './release-item.ts';

/** The archive of one month in one language. */
export interface MonthPage {
  frame: Frame;
  title: string;
  releases: ReleaseItem[];
}

export function monthPages(snapshot: Snapshot): Page[] {
  const months = languages.map((language) => ({ language, months: snapshot.months(language) }));
  const byMonth = Map.groupBy(
    months.flatMap(({ language, months }) => months.map((month) => ({ ...month, language }))),
    ({ month }) => month,
  );
  return [...byMonth].flatMap(([month, rows]) => {
    const alternates = alternatesAt(Object.fromEntries(rows.map(({ language }) => [language, monthPath(language, month)])));
    return rows.map(({ language, newest }) => readersPage('month', monthPath(language, month), alternates, newest));
  });
}

export function monthPage(snapshot: Snapshot, { locale, year, month: monthOfYear }: PageParams): MonthPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const month = `${year}-${monthOfYear}`;
  const releases = snapshot.releasesOfMonth(locale, month);
  if (releases.length === 0) return undefined;
  const title = fill(wordsIn(locale).newsOfMonth, { month: formatMonth(locale, month).text });
  return {
    frame: frameOf(snapshot, locale, {
      path: monthPath(locale, month),
      title,
      alternates: alternatesOfMonth(snapshot, month),
      trail: [{ label: wordsIn(locale).news, href: newsPath(locale) }],
    }),
    title,
    releases: releases.map(releaseItem),
  };
}

/** A month has a page in every language that has a release in it. */
function alternatesOfMonth(snapshot: Snapshot, month: string): Alternates {
  const found = snapshot.languagesOfMonth(month);
  return alternatesAt(Object.fromEntries(found.map((language) => [language, monthPath(language, month)])));
}
