import { isLanguage, type Language, languages } from '@newsroom/shared/languages';
import { popularJsonPath, popularPath } from '@newsroom/shared/permalink';
import { type PopularPeriod, popularPeriods } from '@newsroom/shared/popular-rule';
import type { Snapshot } from '../content/snapshot.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesInAll } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import type { NavigationLink } from './navigation.ts';
import { type OutsideListView, outsideListView } from './outside-list.ts';
import { type Page, type PageParams, readersPage } from './page.ts';
import { periodOf } from './period-of.ts';
import { type PopularList, popularInLanguage, popularList } from './popular-list.ts';
import { popularNotes } from './popular-notes.ts';

/** What is read most in a stretch of time: two lists of our own, and, beside those of now, those of others. */
export interface PopularPage {
  frame: Frame;
  /** The way to the lists of other stretches. */
  periods: NavigationLink[];
  notes: string[];
  together: PopularList;
  inLanguage: PopularList;
  outside: OutsideListView[];
  data: string;
}

export function popularPages(): Page[] {
  return popularPeriods.flatMap((period) =>
    languages.map((language) => readersPage('popular', popularPath(language, period), alternatesOf(period))),
  );
}

export function popularPage(snapshot: Snapshot, params: PageParams): PopularPage | undefined {
  const { locale } = params;
  const period = periodOf(params);
  if (!isLanguage(locale) || period === undefined) return undefined;
  const { popular, popularTitles } = wordsIn(locale);
  const frame = frameOf(snapshot, locale, {
    path: popularPath(locale, period),
    title: popularTitles[period],
    alternates: alternatesOf(period),
    trail: period === 'now' ? [] : [{ label: popular, href: popularPath(locale) }],
  });
  return {
    frame,
    periods: popularPeriods.map((other) => periodLink(locale, other, period)),
    notes: popularNotes(snapshot, locale, period),
    together: popularList(snapshot, locale, period),
    inLanguage: popularInLanguage(snapshot, locale, period),
    outside: period === 'now' ? snapshot.outsideLists().map((list) => outsideListView(list, locale)) : [],
    data: popularJsonPath(locale, period),
  };
}

function alternatesOf(period: PopularPeriod) {
  return alternatesInAll((language) => popularPath(language, period));
}

function periodLink(language: Language, period: PopularPeriod, shown: PopularPeriod): NavigationLink {
  const current = period === shown ? 'page' : undefined;
  return { label: wordsIn(language).popularPeriods[period], lang: undefined, href: popularPath(language, period), current };
}
