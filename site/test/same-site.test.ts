import { join } from 'node:path';
import type { DocumentFault, HeldVersion, VersionKey } from '@newsroom/shared/document-fault';
import { type Language, languages } from '@newsroom/shared/languages';
import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import type { AccountLine } from '../draw/account.ts';
import { drawEdition } from '../draw/draw-edition.ts';
import { Ledger } from '../draw/ledger.ts';
import { readGoods, settleSnapshot } from '../src/content/settle-snapshot.ts';
import { type TakenIn, takeInFeed } from '../src/content/take-in-feed.ts';
import { type Act, ChangeLog } from './change-log.ts';
import { contentOf } from './content-of.ts';
import { newFolder } from './feed-file.ts';
import { delegation, gone, page, release, settings } from './newsroom.ts';

const server = join(inject('goldenSite').compiled, 'server');

/** Few names, so that acts meet: versions take one another's addresses, and links lead somewhere or not. */
const id = fc.constantFrom('a', 'b');
const slug = fc.constantFrom('x', 'y');
const language = fc.constantFrom<Language>('ru', 'en');
const link = fc.constantFrom(
  '/en/news/2024/06/x/',
  '/ru/pages/y',
  '../z/',
  '/kk/delegations/x/',
  '/nobody/',
  '/en/news/2024/05/old/',
);
const text = fc.array(link, { maxLength: 2 }).map((links) => links.map((to, index) => `[${index}](${to})`).join('\n\n'));

const releaseAct = fc
  .record({ id, language, slug, body: text, broken: fc.nat(3), withdrawn: fc.nat(3), delegations: fc.uniqueArray(id) })
  .map(({ id, language, slug, body, broken, withdrawn, delegations }) => {
    const notice = withdrawn === 0 ? { kind: 'withdrawn' as const, reason: 'It was wrong.' } : null;
    return release(
      `release${id}`,
      { slug, body, notice, delegations, ...(broken === 0 ? { kind: 'rumour' as 'news' } : {}) },
      language,
    );
  });

const pageAct = fc
  .record({ id, language, slug, body: text, place: fc.constantFrom('none' as const, 'header' as const) })
  .map(({ id, language, slug, body, place }) => page(`page${id}`, { slug, body, place }, language));

const delegationAct = fc
  .record({
    id,
    language,
    slug: fc.option(slug),
    name: fc.option(fc.constantFrom('One', 'Two')),
    description: fc.option(text.filter((written) => written !== '')),
  })
  .map(({ id, language, slug, name, description }) =>
    delegation(id, { slug, electionBody: name, description, sourceLanguage: 'ru' }, language),
  );

const redirectAct = fc.record({ id, to: link.filter((path) => path.endsWith('/') && path.startsWith('/')) }).map(
  ({ id, to }): Act => ({
    ...{ type: 'redirect', id: `redirect${id}`, language: null },
    data: { kind: 'moved', from: '/en/news/2024/05/old/', to },
  }),
);

const metricsAct = fc.record({ id, language, day: fc.constantFrom('2024-06-01', '2024-06-02'), views: fc.nat(9) }).map(
  ({ id, language, day, views }): Act => ({
    ...{ type: 'daily-metrics', id: `release${id}@${day}`, language },
    data: { release: `release${id}`, day, views, comments: 0, reactions: 0 },
  }),
);

const choicesAct = fc.record({ pinned: id, excluded: id, silent: fc.boolean() }).map(
  ({ pinned, excluded, silent }): Act => ({
    ...{ type: 'popular-choices', id: 'popular', language: null },
    data: {
      pins: [`release${pinned}`],
      exclusions: excluded === pinned ? [] : [`release${excluded}`],
      silentSince: silent ? '2024-06-01T04:00:00.000Z' : null,
    },
  }),
);

const settingsAct = fc
  .record({ which: fc.nat(2), shown: fc.boolean(), broken: fc.boolean(), contact: text })
  .map(({ which, shown, broken, contact }): Act => {
    const missingTranslations = shown ? 'show' : 'leave-out';
    const changed = settings({ missingTranslations, contact: contact === '' ? null : contact, ...(broken ? { name: ' ' } : {}) });
    return changed[which] ?? expect.fail();
  });

const act = fc
  .tuple(
    fc.oneof(
      { weight: 10, arbitrary: releaseAct },
      ...[pageAct, delegationAct, redirectAct, metricsAct, choicesAct, settingsAct],
    ),
    fc.nat(3),
  )
  .map(([done, goes]) => (goes === 0 && done.type !== 'site-settings' ? gone(done) : done));

/** What is published at a time, and what is done then by the publisher. */
const step = fc.record({
  acts: fc.array(act, { maxLength: 6 }),
  /** Which of the judged versions are held on somebody else's word: those whose place in their list is in here. */
  holds: fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
  goesLive: fc.nat(4).map((fifth) => fifth === 0),
});

/** More than in everyday runs: `PROPERTY_RUNS=1000`. A failure names its seed, by which it comes again. */
const search = { numRuns: Number(process.env.PROPERTY_RUNS ?? 40), endOnFailure: true };

/** In milliseconds; for a machine that does much else. */
const patience = 10 * 60_000;

const notDrawn: DocumentFault = { kind: 'not-drawn', path: '/en/', why: 'Error: nothing' };

function take(snapshot: string, feed: string | undefined, hold: readonly VersionKey[] = []): Promise<TakenIn> {
  const holds = hold.map((key) => ({ ...key, fault: notDrawn }));
  return takeInFeed({ feed, snapshot, asOf: '2024-06-03', acceptLoss: true, holdFaults: true, hold: holds });
}

/** All that is told of the site drawn from a snapshot: the digest of each page, and what could not be shown. */
async function siteOf(snapshot: string): Promise<AccountLine[]> {
  const lines: AccountLine[] = [];
  const ledger = new Ledger(':memory:');
  const quiet = { whole: true, goesOn: false, clientFiles: [], progress: () => undefined };
  await drawEdition({ server, code: 'one', snapshot, ledger, out: newFolder(), ...quiet, record: (line) => lines.push(line) });
  ledger.close();
  return lines;
}

const newSnapshot = () => join(newFolder(), 'snapshot.sqlite');

describe('whatever is published', () => {
  test(
    'the differences one after the other give what the whole gives: the same tables, the same bytes',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(act, { maxLength: 4 }), { maxLength: 6 }), fc.nat(4), async (steps, drawn) => {
          const log = new ChangeLog();
          log.write(...settings());
          const [bySteps, atOnce] = [newSnapshot(), newSnapshot()];
          await take(bySteps, log.whole());
          for (const acts of steps) {
            const since = log.head;
            log.write(...acts);
            await take(bySteps, log.difference(since));
          }
          await take(atOnce, log.whole());
          expect(contentOf(bySteps)).toEqual(contentOf(atOnce));
          if (drawn === 0 && hasSettings(atOnce)) expect(await siteOf(bySteps)).toEqual(await siteOf(atOnce));
        }),
        search,
      );
    },
    patience,
  );

  test(
    'and whatever is held, a machine that begins from nothing comes to what one has that was there all along',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9, size: 'max' }), fc.nat(7), async (steps, drawn) => {
          const log = new ChangeLog();
          log.write(...settings());
          const warm = newSnapshot();
          let live: { epoch: string; seq: number; held: HeldVersion[] } = { epoch: log.epoch, seq: log.head, held: [] };
          let hold: VersionKey[] = [];
          let taken = await take(warm, log.whole());
          await settleSnapshot(warm, live, []);
          for (const { acts, holds, goesLive } of steps) {
            const since = log.head;
            log.write(...acts);
            taken = await take(warm, log.difference(since));
            const judged = taken.judged.filter(({ type }) => type !== 'site-settings');
            hold = judged.filter((_, place) => holds.includes(place));
            taken = await take(warm, undefined, hold);
            if (!goesLive) continue;
            live = { epoch: log.epoch, seq: log.head, held: taken.held };
            await settleSnapshot(warm, live, []);
          }
          const cold = newSnapshot();
          await take(cold, log.whole(live.seq));
          await settleSnapshot(cold, live, await readGoods(log.rows(live.held.flatMap(({ good }) => good ?? []))));
          const onceMore = { cold: await take(cold, log.difference(live.seq), hold), warm: await take(warm, undefined, hold) };
          expect(onceMore.cold).toEqual(onceMore.warm);
          expect(contentOf(cold)).toEqual(contentOf(warm));
          if (drawn === 0) expect(await siteOf(cold)).toEqual(await siteOf(warm));
        }),
        search,
      );
    },
    patience,
  );
});

function hasSettings(snapshot: string): boolean {
  return contentOf(snapshot).documents?.filter((row) => String(row).startsWith('["site-settings"')).length === languages.length;
}
