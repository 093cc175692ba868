import { isLanguage, languages } from '@newsroom/shared/languages';
import { homePath, newsPath, popularPath } from '@newsroom/shared/permalink';
import type { ListedRelease, Snapshot } from '../content/snapshot.ts';
import { alternatesOfHome } from './alternates.ts';
import { type CurrentVote, currentVote } from './current-vote.ts';
import { type Frame, frameOf } from './frame.ts';
import { newest } from './newest.ts';
import { type Page, type PageParams, readersPage } from './page.ts';
import { type ShownPicture, shownPicture } from './picture.ts';
import { type PopularTeaser, popularTeaser } from './popular-list.ts';
import { type ReleaseItem, releaseItem } from './release-item.ts';

export interface HomePage {
  frame: Frame;
  /** What the office says of itself. */
  description: string | undefined;
  /** The latest release, which stands above the others; undefined while there is none. */
  lead: LeadStory | undefined;
  more: ReleaseItem[];
  allNews: string;
  vote: CurrentVote | undefined;
  popular: PopularTeaser;
  allPopular: string;
}

/** A release with its picture, if it has one. */
export interface LeadStory extends ReleaseItem {
  cover: ShownPicture | undefined;
}

/** How many releases the home page shows. */
const shown = 9;

export function homePages(snapshot: Snapshot): Page[] {
  return languages.map((language) =>
    readersPage(
      'home',
      homePath(language),
      alternatesOfHome(),
      newest([snapshot.lastWithdrawal(language), ...snapshot.latestReleases(language, shown).map(({ at }) => at)]),
    ),
  );
}

export function homePage(snapshot: Snapshot, { locale }: PageParams): HomePage | undefined {
  if (!isLanguage(locale)) return undefined;
  const [lead, ...more] = snapshot.latestReleases(locale, shown);
  return {
    frame: frameOf(snapshot, locale, { path: homePath(locale), alternates: alternatesOfHome(), subject: { kind: 'publisher' } }),
    description: snapshot.settings(locale).description ?? undefined,
    lead: lead && leadStory(snapshot, lead),
    more: more.map(releaseItem),
    allNews: newsPath(locale),
    vote: currentVote(snapshot, locale),
    popular: popularTeaser(snapshot, locale),
    allPopular: popularPath(locale),
  };
}

function leadStory(snapshot: Snapshot, release: ListedRelease): LeadStory {
  const cover = snapshot.withText(release)?.data.cover;
  const sizes = '(min-width: 60rem) 50rem, 100vw';
  return { ...releaseItem(release), cover: cover ? shownPicture(cover.file, cover.alternativeText, sizes) : undefined };
}
