import { isLanguage, type Language } from '@newsroom/shared/languages';
import { monthPath, newsPath, releasePath } from '@newsroom/shared/permalink';
import type { Release, Snapshot } from '../content/snapshot.ts';
import { asTexts, type Text } from '../content/text.ts';
import { type FormattedTime, formatInstant, formatMonth } from '../languages/dates.ts';
import { languageName } from '../languages/language-names.ts';
import { fill } from '../languages/phrases.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesOfDocument } from './alternates.ts';
import { type DelegationItem, delegationItem } from './delegation-item.ts';
import { type EventItem, eventItem } from './event-item.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Crumb } from './head.ts';
import { type OrganisationItem, organisationItem } from './organisation-item.ts';
import { documentPage, type Page, type PageParams } from './page.ts';
import { sharedImage } from './picture.ts';
import { type ReleaseContent, releaseContent } from './release-content.ts';
import { type ReleaseItem, releaseItem } from './release-item.ts';
import { type ReleaseNotice, releaseNotice } from './release-notice.ts';

export interface ReleasePage {
  frame: Frame;
  kind: string;
  title: Text;
  releasedAt: FormattedTime;
  /** That the text is in another language than the page, and in which. */
  notTranslated: string | undefined;
  notice: ReleaseNotice | undefined;
  /** Undefined where the text was withdrawn. */
  content: ReleaseContent | undefined;
  event: EventItem | undefined;
  delegations: DelegationItem[];
  organisations: OrganisationItem[];
  related: ReleaseItem[];
  /** The way to the other news: of its month, or where that lists none, to all. */
  more: Crumb;
}

/** How many older releases are named where the editor chose none. */
const relatedShown = 3;

/** The pages of a release. */
export function releasePages(snapshot: Snapshot, id: string): Page[] {
  return snapshot.placesOf(id).map((place) => documentPage('release', place, alternatesOfDocument(snapshot, place), place.at));
}

export function releasePage(snapshot: Snapshot, { locale, year, month, slug }: PageParams): ReleasePage | undefined {
  if (!isLanguage(locale)) return undefined;
  const release = snapshot.releaseAt(releasePath(locale, `${year}-${month}`, `${slug}`));
  if (release === undefined) return undefined;
  const { data, lang } = release;
  const words = wordsIn(locale);
  const chosen = snapshot.relatedReleases(release);
  return {
    frame: frameOfRelease(snapshot, release, locale),
    kind: words.releaseKinds[data.kind],
    title: asTexts(data.title, lang),
    releasedAt: formatInstant(locale, data.releasedAt),
    notTranslated: lang && fill(words.notTranslated, { language: languageName(locale, lang) }),
    notice: releaseNotice(release),
    content: isWithdrawn(release) ? undefined : releaseContent(snapshot, release),
    event: snapshot.related('event', release).map(eventItem)[0],
    delegations: snapshot.related('delegation', release).map(delegationItem),
    organisations: snapshot.related('observer-organisation', release).map(organisationItem),
    related: (chosen.length > 0 ? chosen : snapshot.olderAboutTheSame(release, relatedShown)).map(releaseItem),
    more: moreNews(snapshot, release),
  };
}

function frameOfRelease(snapshot: Snapshot, release: Release, language: Language): Frame {
  const { path, original, at, lang, data } = release;
  const withdrawn = isWithdrawn(release);
  return frameOf(snapshot, language, {
    path,
    canonical: original,
    title: data.title,
    description: withdrawn ? wordsIn(language).withdrawnNotice : data.summary,
    alternates: alternatesOfDocument(snapshot, release),
    trail: [{ label: wordsIn(language).news, href: newsPath(language) }, ...archiveOf(snapshot, release)],
    subject: {
      kind: 'article',
      language: lang ?? language,
      releasedAt: data.releasedAt,
      changedAt: at,
      corrections: data.corrections.map((correction) => ({ at: correction.at, text: correction.text })),
    },
    image: data.cover === null || withdrawn ? undefined : sharedImage(data.cover.file, data.cover.alternativeText),
  });
}

/** Its month's archive; none where all that was published in the month was withdrawn. */
function archiveOf(snapshot: Snapshot, { language, data: { addressMonth } }: Release): Crumb[] {
  return snapshot.hasMonth(language, addressMonth)
    ? [{ label: formatMonth(language, addressMonth).text, href: monthPath(language, addressMonth) }]
    : [];
}

function moreNews(snapshot: Snapshot, release: Release): Crumb {
  const { backToMonth, allNews } = wordsIn(release.language);
  const [archive] = archiveOf(snapshot, release);
  return archive === undefined
    ? { label: allNews, href: newsPath(release.language) }
    : { label: fill(backToMonth, { month: archive.label }), href: archive.href };
}

function isWithdrawn({ data }: Release): boolean {
  return data.notice?.kind === 'withdrawn';
}
