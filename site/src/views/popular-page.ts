import { isLanguage, languages } from '@newsroom/shared/languages';
import { popularJsonPath, popularPath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesInAll } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { type OutsideListView, outsideListView } from './outside-list.ts';
import { type Page, type PageParams, readersPage } from './page.ts';
import { type PopularList, popularInLanguage, popularList } from './popular-list.ts';

/** What is read most: two lists of our own, and those of others. */
export interface PopularPage {
  frame: Frame;
  together: PopularList;
  inLanguage: PopularList;
  outside: OutsideListView[];
  data: string;
}

export function popularPages(): Page[] {
  return languages.map((language) => readersPage('popular', popularPath(language), alternatesInAll(popularPath)));
}

export function popularPage(snapshot: Snapshot, { locale }: PageParams): PopularPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const frame = frameOf(snapshot, locale, {
    path: popularPath(locale),
    title: wordsIn(locale).popular,
    alternates: alternatesInAll(popularPath),
  });
  return {
    frame,
    together: popularList(snapshot, locale),
    inLanguage: popularInLanguage(snapshot, locale),
    outside: snapshot.outsideLists().map((list) => outsideListView(list, locale)),
    data: popularJsonPath(locale),
  };
}
