import { isLanguage, languages } from '@newsroom/shared/languages';
import { homePath, newsPath, popularPath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { alternatesOfHome } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { newest } from './newest.ts';
import { type Page, type PageParams, readersPage } from './page.ts';
import { type PopularList, popularList, shortPopularList } from './popular-list.ts';
import { type ReleaseItem, releaseItem } from './release-item.ts';

export interface HomePage {
  frame: Frame;
  latest: ReleaseItem[];
  allNews: string;
  popular: PopularList;
  allPopular: string;
}

/** How many releases the home page shows. */
const shown = 8;

export function homePages(snapshot: Snapshot): Page[] {
  return languages.map((language) =>
    readersPage(
      'home',
      homePath(language),
      alternatesOfHome(),
      newest(snapshot.latestReleases(language, shown).map(({ at }) => at)),
    ),
  );
}

export function homePage(snapshot: Snapshot, { locale }: PageParams): HomePage | undefined {
  if (!isLanguage(locale)) return undefined;
  return {
    frame: frameOf(snapshot, locale, { path: homePath(locale), alternates: alternatesOfHome(), subject: { kind: 'publisher' } }),
    latest: snapshot.latestReleases(locale, shown).map(releaseItem),
    allNews: newsPath(locale),
    popular: popularList(snapshot, locale, shortPopularList),
    allPopular: popularPath(locale),
  };
}
