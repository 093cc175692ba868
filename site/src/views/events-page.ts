import { isLanguage, languages } from '@newsroom/shared/languages';
import { eventsPath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesInAll } from './alternates.ts';
import { type EventItem, eventItem } from './event-item.ts';
import { type Frame, frameOf } from './frame.ts';
import { newest } from './newest.ts';
import { type Page, type PageParams, readersPage } from './page.ts';

/** The directory of elections and referendums, the latest voting day first. */
export interface EventsPage {
  frame: Frame;
  events: EventItem[];
}

export function eventsPages(snapshot: Snapshot): Page[] {
  return languages.map((language) => {
    const changes = snapshot.directory('event', language).map(({ at }) => at);
    return readersPage('events', eventsPath(language), alternatesInAll(eventsPath), newest(changes));
  });
}

export function eventsPage(snapshot: Snapshot, { locale }: PageParams): EventsPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const { events: title, eventsLead: description } = wordsIn(locale);
  const rows = snapshot.directory('event', locale).map(eventItem);
  return {
    frame: frameOf(snapshot, locale, { path: eventsPath(locale), title, description, alternates: alternatesInAll(eventsPath) }),
    events: rows.toSorted((a, b) => (a.votingDay.datetime < b.votingDay.datetime ? 1 : -1)),
  };
}
