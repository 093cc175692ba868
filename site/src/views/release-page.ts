import { isLanguage, languages } from '@newsroom/shared/languages';
import { monthPath, newsPath, releasePath } from '@newsroom/shared/permalink';
import { documentPath } from '../content/document-path.ts';
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
import { type Page, type PageParams, readersPage } from './page.ts';

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
      .inLanguage('press-release', language)
      .map((release) =>
        readersPage('release', documentPath(release), alternatesOfDocument(snapshot, release), release.data.publicSince),
      ),
  );
}

export function releasePage(snapshot: Snapshot, { locale, year, month, slug }: PageParams): ReleasePage | undefined {
  if (!isLanguage(locale)) return undefined;
  const release = snapshot.at('press-release', releasePath(locale, `${year}-${month}`, `${slug}`));
  if (release === undefined) return undefined;
  const { data } = release;
  return {
    frame: frameOf(snapshot, locale, {
      path: documentPath(release),
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
    event: snapshot.related('event', release).map((event) => eventItem(event, locale))[0],
    delegations: snapshot.related('delegation', release).map((delegation) => delegationItem(delegation, locale)),
    organisations: snapshot
      .related('observer-organisation', release)
      .map((organisation) => organisationItem(organisation, locale)),
    backToMonth: {
      label: fill(wordsIn(locale).backToMonth, { month: formatMonth(locale, data.addressMonth).text }),
      href: monthPath(locale, data.addressMonth),
    },
  };
}
