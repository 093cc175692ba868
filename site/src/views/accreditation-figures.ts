import type { Accreditation } from '@newsroom/shared/accreditation';
import type { AccreditationStage } from '../languages/kinds.ts';
import { newest } from './newest.ts';

/** A row of an event's accreditation: who, how many, how far, on which local day. */
export type AccreditationRow = Pick<Accreditation, 'delegation' | 'observerOrganisation' | 'observers' | 'stage' | 'asOf'>;

/** What holds for one delegation or organisation by its newest day. */
export interface Standing {
  participant: Participant;
  asOf: string;
  /** How many observers at each stage, where there are any rows of it. */
  observers: Partial<Record<AccreditationStage, number>>;
}

export type Participant = { type: 'delegation'; id: string } | { type: 'observer-organisation'; id: string };

/** How many observers were accredited on a local day. */
export interface AccreditedOnDay {
  day: string;
  accredited: number;
}

/**
 * Where each participant stands on its newest day, up to `until`, in the order of their first rows. All rows of one
 * participant and day hold together; a later day replaces them all.
 */
export function standings(rows: readonly AccreditationRow[], until = lastDay): Standing[] {
  const byParticipant = Map.groupBy(
    rows.filter(({ asOf }) => asOf <= until),
    (row) => row.delegation ?? row.observerOrganisation,
  );
  return [...byParticipant.values()].flatMap((own) => {
    const asOf = newest(own.map((row) => row.asOf)) ?? '';
    const current = own.filter((row) => row.asOf === asOf);
    return current.slice(0, 1).map((row) => ({ participant: participantOf(row), asOf, observers: sumByStage(current) }));
  });
}

/**
 * How many observers were accredited on each day of which there are figures, the oldest first:
 *
 *   accredited(d) = Σ over participants p of Σ { r.observers : r is a row of p, its stage is `accredited`,
 *                   and its day is p's newest day that is not after d }
 *
 * Who was refused, withdrew or only applied does not count, and counts no more from the day on that says so.
 */
export function development(rows: readonly AccreditationRow[]): AccreditedOnDay[] {
  const days = [...new Set(rows.map(({ asOf }) => asOf))].sort();
  return days.map((day) => ({ day, accredited: accreditedIn(standings(rows, day)) }));
}

/** How many observers are accredited in all. */
export function accreditedIn(all: readonly Standing[]): number {
  return all.reduce((sum, { observers }) => sum + (observers.accredited ?? 0), 0);
}

const lastDay = '9999-12-31';

function participantOf({ delegation, observerOrganisation }: AccreditationRow): Participant {
  // The contract has one of the two.
  return delegation === null
    ? { type: 'observer-organisation', id: observerOrganisation ?? '' }
    : { type: 'delegation', id: delegation };
}

function sumByStage(rows: readonly AccreditationRow[]): Standing['observers'] {
  const sums: Standing['observers'] = {};
  for (const { stage, observers } of rows) sums[stage] = (sums[stage] ?? 0) + observers;
  return sums;
}
