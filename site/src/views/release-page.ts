import { isLanguage, languages } from '@newsroom/shared/languages';
import { monthPath, newsPath, releasePath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { type FormattedTime, formatInstant, formatMonth } from '../languages/dates.ts';
import { fill } from '../languages/phrases.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesOfDocument } from './alternates.ts';
import { type DelegationItem, delegationItem } from './delegation-item.ts';
import { type EventItem, eventItem } from './event-item.ts';
import { type Frame, frameOf } from './frame.ts';
import { renderMarkdown } from './markdown.ts';
import { type OrganisationItem, organisationItem } from './organisation-item.ts';
import { documentPage, type Page, type PageParams } from './page.ts';

export interface ReleasePage {
  frame: Frame;
  kind: string;
  title: string;
  releasedAt: FormattedTime;
  summary: string | undefined;
  body: string;
  event: EventItem | undefined;
  delegations: DelegationItem[];
  organisations: OrganisationItem[];
  backToMonth: { label: string; href: string };
}

export function releasePages(snapshot: Snapshot): Page[] {
  return languages.flatMap((language) =>
    snapshot
      .releases(language)
      .map((release) => documentPage('release', release, alternatesOfDocument(snapshot, release), release.at)),
  );
}

export function releasePage(snapshot: Snapshot, { locale, year, month, slug }: PageParams): ReleasePage | undefined {
  if (!isLanguage(locale)) return undefined;
  const release = snapshot.releaseAt(releasePath(locale, `${year}-${month}`, `${slug}`));
  if (release === undefined) return undefined;
  const { data } = release;
  return {
    frame: frameOf(snapshot, locale, {
      path: release.path,
      canonical: release.original,
      title: data.title,
      description: data.summary,
      alternates: alternatesOfDocument(snapshot, release),
      trail: [
        { label: wordsIn(locale).news, href: newsPath(locale) },
        { label: formatMonth(locale, data.addressMonth).text, href: monthPath(locale, data.addressMonth) },
      ],
      subject: { kind: 'article', releasedAt: data.releasedAt },
    }),
    kind: wordsIn(locale).releaseKinds[data.kind],
    title: data.title,
    releasedAt: formatInstant(locale, data.releasedAt),
    summary: data.summary ?? undefined,
    body: renderMarkdown(data.body, { language: locale, topHeading: 2 }),
    event: snapshot.related('event', release).map(eventItem)[0],
    delegations: snapshot.related('delegation', release).map(delegationItem),
    organisations: snapshot.related('observer-organisation', release).map(organisationItem),
    backToMonth: {
      label: fill(wordsIn(locale).backToMonth, { month: formatMonth(locale, data.addressMonth).text }),
      href: monthPath(locale, data.addressMonth),
    },
  };
}
