import { isLanguage, languages } from '@newsroom/shared/languages';
import { eventPath, eventsPath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import type { Text } from '../content/text.ts';
import { inAlphabeticalOrder } from '../languages/order.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesOfDocument } from './alternates.ts';
import { type DelegationItem, delegationItem } from './delegation-item.ts';
import { type EventItem, eventItem } from './event-item.ts';
import { type Frame, frameOf } from './frame.ts';
import { lastChangeAbout, type NewsAbout, newsAbout } from './news-about.ts';
import { type OrganisationItem, organisationItem } from './organisation-item.ts';
import { documentPage, type Page, type PageParams } from './page.ts';

/** An election or referendum, with its releases and whom they name. */
export interface EventPage {
  frame: Frame;
  event: EventItem;
  summary: Text | undefined;
  news: NewsAbout;
  delegations: DelegationItem[];
  organisations: OrganisationItem[];
}

export function eventPages(snapshot: Snapshot): Page[] {
  return languages.flatMap((language) =>
    snapshot
      .entriesWithPage('event', language)
      .map((event) => documentPage('event', event, alternatesOfDocument(snapshot, event), lastChangeAbout(snapshot, event))),
  );
}

export function eventPage(snapshot: Snapshot, { locale, slug }: PageParams): EventPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const event = snapshot.entryAt('event', eventPath(locale, `${slug}`));
  if (event === undefined) return undefined;
  const delegations = snapshot.namedWithEvent('delegation', event.id, locale);
  const organisations = snapshot.namedWithEvent('observer-organisation', event.id, locale);
  return {
    frame: frameOf(snapshot, locale, {
      path: event.path,
      canonical: event.original,
      title: event.texts.name.text,
      description: event.texts.summary?.text ?? null,
      alternates: alternatesOfDocument(snapshot, event),
      trail: [{ label: wordsIn(locale).events, href: eventsPath(locale) }],
    }),
    event: eventItem(event),
    summary: event.texts.summary,
    news: newsAbout(snapshot, event),
    delegations: inAlphabeticalOrder(
      locale,
      delegations.map(delegationItem),
      ({ country, electionBody }) => `${country} ${electionBody.text}`,
    ),
    organisations: inAlphabeticalOrder(locale, organisations.map(organisationItem), ({ name }) => name.text),
  };
}
