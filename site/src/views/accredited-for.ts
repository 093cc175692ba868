import { accreditationStages } from '@newsroom/shared/accreditation';
import type { Entry } from '../content/directory-entry.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { formatDay } from '../languages/dates.ts';
import { formatNumber } from '../languages/numbers.ts';
import { wordsIn } from '../languages/words.ts';
import { standings } from './accreditation-figures.ts';
import type { StandingRow } from './standing-row.ts';

/** To which votes a delegation or an organisation sends how many observers, as a table: the latest vote first. */
export interface AccreditedFor {
  /** The stages of which there are figures, as the table's columns. */
  stages: string[];
  votes: StandingRow[];
}

/** Undefined for whom there are no figures. */
export function accreditedFor(
  snapshot: Snapshot,
  { type, id, language }: Entry<'delegation'> | Entry<'observer-organisation'>,
): AccreditedFor | undefined {
  const byVote = Map.groupBy(snapshot.accreditationsOf(type, id), ({ event }) => event);
  const votes = [...byVote]
    .flatMap(([event, rows]) => {
      const vote = snapshot.entry('event', event, language);
      return vote === undefined ? [] : standings(rows).map((standing) => ({ vote, standing }));
    })
    .toSorted((a, b) => (a.vote.data.votingDay < b.vote.data.votingDay ? 1 : -1));
  if (votes.length === 0) return undefined;
  const stages = accreditationStages.filter((stage) => votes.some(({ standing }) => standing.observers[stage] !== undefined));
  return {
    stages: stages.map((stage) => wordsIn(language).accreditationStages[stage]),
    votes: votes.map(({ vote, standing }) => ({
      name: vote.texts.name,
      href: vote.path,
      observers: stages.map((stage) => {
        const count = standing.observers[stage];
        return count === undefined ? '' : formatNumber(language, count);
      }),
      asOf: formatDay(language, standing.asOf),
    })),
  };
}
