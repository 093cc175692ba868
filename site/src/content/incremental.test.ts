import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Act, ChangeLog } from '../../test/change-log.ts';
import { layOriginals } from '../../test/drawn-pictures.ts';
import { newFolder } from '../../test/feed-file.ts';
import { settings } from '../../test/newsroom.ts';
import { act, hall, stage } from '../../test/random-acts.ts';
import { derivedAnew, derivedOf, rowsOf } from '../../test/snapshot-rows.ts';
import { whatDiffers } from '../../test/touched-oracle.ts';
import { readKeys } from './read-keys.ts';
import { settleSnapshot } from './settle-snapshot.ts';
import { type Hold, takeInFeed } from './take-in-feed.ts';

/** What is published at a time, and what is done then with the snapshot. */
const step = fc.record({
  acts: fc.array(act, { maxLength: 3 }),
  how: fc.constantFrom('difference', 'difference', 'whole', 'another day', 'another history', 'hold', 'settle'),
});

/** More than in everyday runs: `PROPERTY_RUNS=1000`. A failure names its seed, by which it comes again. */
const search = { numRuns: Number(process.env.PROPERTY_RUNS ?? 30), endOnFailure: true };

/** In milliseconds; for a machine that does much else. */
const patience = 10 * 60_000;

test(
  'whatever is published, what is derived is as if it were made anew, and all that is another is noted',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12, size: 'max' }), async (steps) => {
        let log = new ChangeLog();
        const written = settings();
        log.write(...written);
        const snapshot = join(newFolder(), 'snapshot.sqlite');
        layOriginals([hall, stage], snapshot);
        let asOf = '2024-06-03';
        const take = (feed: string | undefined, hold: Hold[] = []) =>
          takeInFeed({ feed, snapshot, asOf, acceptLoss: true, holdFaults: true, hold });
        await take(log.whole());
        for (const { acts, how } of steps) {
          const since = log.head;
          written.push(...acts);
          log.write(...acts);
          if (how === 'another history') {
            log = new ChangeLog(`${log.epoch}+`);
            log.write(...written);
          }
          if (how === 'another day') asOf = asOf === '2024-06-03' ? '2024-06-04' : '2024-06-03';
          const isWhole = how === 'whole' || how === 'another history';
          const taken = await provingThat(snapshot, () => take(isWhole ? log.whole() : log.difference(since)));
          if (how === 'hold') await provingThat(snapshot, () => take(undefined, acts.map(asHold)));
          const live = { epoch: log.epoch, seq: log.head, held: taken.held };
          if (how === 'settle') await provingThat(snapshot, () => settleSnapshot(snapshot, live, []));
        }
      }),
      search,
    );
  },
  patience,
);

function asHold({ type, id, language }: Act): Hold {
  return { type, id, language, fault: { kind: 'not-drawn', path: '/en/', why: 'Error: nothing' } };
}

/** Changes a snapshot, and proves of the change what this test is about. */
async function provingThat<T>(snapshot: string, change: () => Promise<T>): Promise<T> {
  const before = rowsOf(snapshot);
  const result = await change();
  const after = rowsOf(snapshot);
  expect(derivedOf(after)).toEqual(derivedAnew(snapshot));
  // Whoever finds another snapshot than it knew looks at all that is noted there.
  const seen = before.meta[0]?.id === after.meta[0]?.id ? before.touched.length : 0;
  const noted = after.touched.slice(seen).map(({ key, at }) => (at === '' ? `${key}` : `${key}@${at}`));
  if (!noted.includes(readKeys.all)) expect(noted.toSorted()).toEqual([...whatDiffers(before, after)].toSorted());
  return result;
}
