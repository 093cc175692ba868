import { isLanguage, type Language, languages } from '@newsroom/shared/languages';
import { monthPath, newsPath, popularPath } from '@newsroom/shared/permalink';
import type { MonthCount, Snapshot } from '../content/snapshot.ts';
import { type FormattedTime, formatMonthName } from '../languages/dates.ts';
import { formatCount } from '../languages/numbers.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesInAll } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { newest } from './newest.ts';
import { type Page, type PageParams, readersPage } from './page.ts';
import { type PopularTeaser, popularTeaser } from './popular-list.ts';
import { type ReleaseItem, releaseItem } from './release-item.ts';

/** The landing page of the news: the latest, and the way into the archive. */
export interface NewsPage {
  frame: Frame;
  latest: ReleaseItem[];
  archive: ArchiveYear[];
  popular: PopularTeaser;
  allPopular: string;
}

export interface ArchiveYear {
  year: string;
  months: { name: FormattedTime; href: string; count: string }[];
}

/** How many releases the landing page shows, whatever their month. */
const shown = 20;

export function newsPages(snapshot: Snapshot): Page[] {
  return languages.map((language) =>
    readersPage(
      'news',
      newsPath(language),
      alternatesInAll(newsPath),
      newest([snapshot.lastWithdrawal(language), ...snapshot.latestReleases(language, shown).map(({ at }) => at)]),
    ),
  );
}

export function newsPage(snapshot: Snapshot, { locale }: PageParams): NewsPage | undefined {
  if (!isLanguage(locale)) return undefined;
  return {
    frame: frameOf(snapshot, locale, {
      path: newsPath(locale),
      title: wordsIn(locale).news,
      alternates: alternatesInAll(newsPath),
    }),
    latest: snapshot.latestReleases(locale, shown).map(releaseItem),
    archive: archiveYears(locale, snapshot.months(locale)),
    popular: popularTeaser(snapshot, locale),
    allPopular: popularPath(locale),
  };
}

function archiveYears(language: Language, months: readonly MonthCount[]): ArchiveYear[] {
  const byYear = Map.groupBy(months, ({ month }) => month.slice(0, 4));
  return [...byYear].map(([year, inYear]) => ({
    year,
    months: inYear.map(({ month, count }) => ({
      name: formatMonthName(language, month),
      href: monthPath(language, month),
      count: formatCount(language, wordsIn(language).releases, count),
    })),
  }));
}
