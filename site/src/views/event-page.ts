import { isLanguage, languages } from '@newsroom/shared/languages';
import { eventPath, eventsPath } from '@newsroom/shared/permalink';
import { documentPath } from '../content/document-path.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { inAlphabeticalOrder } from '../languages/order.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesOfDocument } from './alternates.ts';
import { type DelegationItem, delegationItem } from './delegation-item.ts';
import { type EventItem, eventItem } from './event-item.ts';
import { type Frame, frameOf } from './frame.ts';
import { type NewsAbout, newsAbout } from './news-about.ts';
import { type OrganisationItem, organisationItem } from './organisation-item.ts';
import { type Page, type PageParams, readersPage } from './page.ts';

/** An election or referendum, with its releases and whom they name. */
export interface EventPage {
  frame: Frame;
  event: EventItem;
  summary: string | undefined;
  news: NewsAbout;
  delegations: DelegationItem[];
  organisations: OrganisationItem[];
}

export function eventPages(snapshot: Snapshot): Page[] {
  return languages.flatMap((language) =>
    snapshot.inLanguage('event', language).map((event) => {
      const newest = snapshot.newestAbout('event', event.id, language);
      return readersPage('event', documentPath(event), alternatesOfDocument(snapshot, event), newest);
    }),
  );
}

export function eventPage(snapshot: Snapshot, { locale, slug }: PageParams): EventPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const event = snapshot.at('event', eventPath(locale, `${slug}`));
  if (event === undefined) return undefined;
  const delegations = snapshot.namedWithEvent('delegation', event.id, locale);
  const organisations = snapshot.namedWithEvent('observer-organisation', event.id, locale);
  return {
    frame: frameOf(snapshot, locale, {
      path: documentPath(event),
      title: event.data.name,
      description: event.data.summary,
      alternates: alternatesOfDocument(snapshot, event),
      trail: [{ label: wordsIn(locale).events, href: eventsPath(locale) }],
    }),
    event: eventItem(event, locale),
    summary: event.data.summary ?? undefined,
    news: newsAbout(snapshot, event),
    delegations: inAlphabeticalOrder(
      locale,
      delegations.map((delegation) => delegationItem(delegation, locale)),
      ({ country, electionBody }) => `${country} ${electionBody.text}`,
    ),
    organisations: inAlphabeticalOrder(
      locale,
      organisations.map((organisation) => organisationItem(organisation, locale)),
      ({ name }) => name.text,
    ),
  };
}
