import type { Language } from '@newsroom/shared/languages';
import type { Entry } from '../content/directory-entry.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { accreditedInWords } from './accreditation.ts';
import { type EventItem, eventItem } from './event-item.ts';

/** The vote that is next, or under way. */
export interface CurrentVote {
  event: EventItem;
  /** Undefined while nobody is accredited. */
  accredited: string | undefined;
}

/** A vote that is under way, or else the nearest of those ahead; undefined where there is none. */
export function currentVote(snapshot: Snapshot, language: Language): CurrentVote | undefined {
  const [event] = snapshot
    .directory('event', language)
    .filter(({ data }) => data.phase !== 'closed')
    .toSorted(byPhaseThenDay);
  if (event === undefined) return undefined;
  return { event: eventItem(event), accredited: accreditedInWords(snapshot.accreditationsOf('event', event.id), language) };
}

function byPhaseThenDay({ data: a }: Entry<'event'>, { data: b }: Entry<'event'>): number {
  if (a.phase !== b.phase) return a.phase === 'under-way' ? -1 : 1;
  return a.votingDay < b.votingDay ? -1 : 1;
}
