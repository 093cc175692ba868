import type { TypedRow } from './typed-row.ts';

/** How many releases are named. */
const shown = 3;

/** How many releases of each subject are looked at. */
const reach = 20;

/**
 * What is to be read after each release: what the editor chose, or older releases that share most of its subjects, as
 * our site has it. Peers get it computed.
 *
 * @param releases the oldest first
 */
export function readAlsoOf(releases: readonly TypedRow<'press-release'>[]): Map<string, string[]> {
  const before = new Map<string, string[]>();
  return new Map(
    releases.map(({ id, data }) => {
      const subjects = [...(data.event === null ? [] : [data.event]), ...data.delegations, ...data.observerOrganisations];
      const sharing = new Map<string, number>();
      for (const subject of subjects) {
        const older = before.get(subject) ?? [];
        for (const other of older) sharing.set(other, (sharing.get(other) ?? 0) + 1);
        before.set(subject, [id, ...older].slice(0, reach));
      }
      const most = [...sharing].toSorted(([a, inA], [b, inB]) => inB - inA || (a < b ? 1 : -1));
      return [id, data.related.length > 0 ? data.related : most.slice(0, shown).map(([other]) => other)];
    }),
  );
}
