import type { Entry } from '../content/directory-entry.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { inAlphabeticalOrder } from '../languages/order.ts';
import { type AccreditationView, accreditationView } from './accreditation.ts';
import { type DelegationItem, delegationItem } from './delegation-item.ts';
import { type EventItem, eventItem } from './event-item.ts';
import { type OrganisationItem, organisationItem } from './organisation-item.ts';

/** What only the dossier of a vote has. */
export interface Vote {
  event: EventItem;
  accreditation: AccreditationView | undefined;
  /** Whom its news names, unless they stand among the figures of the accreditation. */
  delegations: DelegationItem[];
  organisations: OrganisationItem[];
}

export function voteOf(snapshot: Snapshot, event: Entry<'event'>): Vote {
  const { id, language } = event;
  const rows = snapshot.accreditationsOf('event', id);
  const counted = new Set(rows.flatMap(({ delegation, observerOrganisation }) => [delegation, observerOrganisation]));
  const delegations = snapshot.namedWithEvent('delegation', id, language).filter((entry) => !counted.has(entry.id));
  const organisations = snapshot.namedWithEvent('observer-organisation', id, language).filter((entry) => !counted.has(entry.id));
  return {
    event: eventItem(event),
    accreditation: accreditationView(snapshot, rows, language),
    delegations: inAlphabeticalOrder(
      language,
      delegations.map(delegationItem),
      ({ country, electionBody }) => `${country} ${electionBody.text}`,
    ),
    organisations: inAlphabeticalOrder(language, organisations.map(organisationItem), ({ name }) => name.text),
  };
}
