import { join } from 'node:path';
import type { FeedData } from '@newsroom/shared/feed';
import { type Language, languages } from '@newsroom/shared/languages';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Act, ChangeLog } from '../../test/change-log.ts';
import { drawnPictures, layOriginals } from '../../test/drawn-pictures.ts';
import { newFolder } from '../../test/feed-file.ts';
import { delegation, gone, page, release, settings } from '../../test/newsroom.ts';
import { derivedAnew, derivedOf, rowsOf } from '../../test/snapshot-rows.ts';
import { whatDiffers } from '../../test/touched-oracle.ts';
import { readKeys } from './read-keys.ts';
import { settleSnapshot } from './settle-snapshot.ts';
import { type Hold, takeInFeed } from './take-in-feed.ts';

const { hall, stage, missing } = await drawnPictures({ hall: [90, 60], stage: [80, 60], missing: [70, 60] });

/** Few names, so that acts meet: documents want one another's addresses, and point to one another or to nothing. */
const id = fc.constantFrom('a', 'b', 'c');
const slug = fc.constantFrom('x', 'y');
const language = fc.constantFrom<Language>(...languages);
const seldom = (sides: number) => fc.nat(sides - 1).map((side) => side === 0);

const cover = fc.constantFrom(undefined, undefined, hall, stage, missing).map((picture) => {
  return picture === undefined ? null : { file: picture.file, alternativeText: 'A picture', caption: null, credit: null };
});

const releaseAct = fc
  .record({
    ...{ id, language, slug, cover, title: fc.constantFrom('One', 'Two'), broken: seldom(8), withdrawn: seldom(4) },
    addressMonth: fc.constantFrom('2024-05', '2024-06'),
    releasedAt: fc.constantFrom('2024-05-31T04:00:00.000Z', '2024-06-01T04:00:00.000Z'),
    event: fc.option(id),
    delegations: fc.uniqueArray(fc.constantFrom('a', 'b', 'nobody'), { maxLength: 2 }),
    related: fc.uniqueArray(
      id.map((each) => `release${each}`),
      { maxLength: 1 },
    ),
  })
  .map(({ id, language, broken, withdrawn, ...data }) => {
    const notice = withdrawn ? { kind: 'withdrawn' as const, reason: 'It was wrong.' } : null;
    return release(`release${id}`, { ...data, notice, ...(broken ? { kind: 'rumour' as 'news' } : {}) }, language);
  });

const pageAct = fc
  .record({
    ...{ id, language, slug, body: fc.constantFrom('Text.', 'Other text.') },
    place: fc.constantFrom('none' as const, 'header' as const),
    order: fc.nat(1),
  })
  .map(({ id, language, ...data }) => page(`page${id}`, data, language));

const directoryTexts = { id, language, slug: fc.option(slug), name: fc.option(fc.constantFrom('One', 'Two')) };

const delegationAct = fc
  .record(directoryTexts)
  .map(({ id, language, slug, name }) => delegation(id, { slug, electionBody: name, sourceLanguage: 'ru' }, language));

const eventAct = fc.record(directoryTexts).map(({ id, language, slug, name }): Act => {
  const data: FeedData<'event'> = {
    ...{ slug, name, sourceLanguage: 'ru', kind: 'referendum', votingDay: '2024-06-05', summary: null, phase: 'upcoming' },
  };
  return { type: 'event', id, language, data };
});

const accreditationAct = fc.record({ id, event: id, delegation: id, observers: fc.nat(2) }).map(
  ({ id, ...data }): Act => ({
    ...{ type: 'accreditation', id: `accreditation${id}`, language: null },
    data: { ...data, observerOrganisation: null, stage: 'accredited', asOf: '2024-06-01' },
  }),
);

const metricsAct = fc.record({ id, language, views: fc.nat(2) }).map(
  ({ id, language, views }): Act => ({
    ...{ type: 'daily-metrics', id: `release${id}@2024-06-01`, language },
    data: { release: `release${id}`, day: '2024-06-01', views, comments: 0, reactions: 0 },
  }),
);

const otherAct = fc.constantFrom<Act>(
  {
    ...{ type: 'redirect', id: 'redirect', language: null },
    data: { kind: 'moved', from: '/en/news/2024/05/old/', to: '/en/news/' },
  },
  {
    ...{ type: 'outside-list', id: 'list', language: null },
    data: {
      ...{ source: 'Others', capturedAt: '2024-06-01T04:00:00.000Z', language: null },
      rows: [{ rank: 1, title: 'One', views: 1, comments: 1, reactions: 1 }],
    },
  },
);

const settingsAct = fc
  .record({ which: fc.nat(2), left: seldom(3), contact: fc.constantFrom(null, 'Somewhere') })
  .map(({ which, left, contact }): Act => {
    return settings({ missingTranslations: left ? 'leave-out' : 'show', contact })[which] ?? expect.fail();
  });

const act = fc
  .tuple(
    fc.oneof(
      { weight: 10, arbitrary: releaseAct },
      { weight: 3, arbitrary: pageAct },
      { weight: 3, arbitrary: delegationAct },
      ...[eventAct, accreditationAct, metricsAct, otherAct, settingsAct],
    ),
    seldom(4),
  )
  .map(([done, goes]) => (goes && done.type !== 'site-settings' ? gone(done) : done));

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
