import type { EditionsView, Run } from '@newsroom/shared/editions-view';
import { editionsViewSchema } from '@newsroom/shared/editions-view';
import type { VersionStanding } from '@newsroom/shared/standing';
import { describe, expect, it } from 'vitest';
import { historyOf } from '../../src/plugins/newsroom/admin/src/editions/history';
import { contentUntil, heldNow } from '../../src/plugins/newsroom/admin/src/editions/live-edition';
import { lossToAccept } from '../../src/plugins/newsroom/admin/src/editions/loss';
import { siteSentences } from '../../src/plugins/newsroom/admin/src/editions/site-sentences';
import { isSomeUnheard } from '../../src/plugins/newsroom/admin/src/editions/unheard-orders';
import { pace, paceOfEditions, paceOfStanding } from '../../src/plugins/newsroom/admin/src/publishing/pace';
import { sayingIn, timesIn } from './words-of';

const digest = 'a'.repeat(64);
const minute = (count: number) => `2026-11-23T09:${String(count).padStart(2, '0')}:00.000Z`;
const key = { type: 'press-release', id: 'abc', language: 'ru' } as const;
const fault = { kind: 'dead-link', field: 'body', paragraph: 3, text: 'programme', address: '/ru/x/' } as const;

const edition = (generation: number, seq: number): NonNullable<EditionsView['live']>['edition'] => ({
  edition: 'newsroom',
  version: 1,
  generation,
  epoch: 'e',
  seq,
  code: digest,
  asOf: '2026-11-23',
  mark: digest,
  at: minute(2),
  pages: 10,
  held: [],
  heldCount: 0,
  paused: null,
  order: 0,
});

let runs = 0;
function run(state: Run['state'], more: Partial<Run> = {}): Run {
  runs += 1;
  return {
    run: `00000000-0000-4000-8000-${String(runs).padStart(12, '0')}`,
    publisher: 'web-1',
    startedAt: minute(1),
    heardAt: minute(2),
    state,
    durations: {},
    brought: [],
    broughtCount: 0,
    held: [],
    warnings: [],
    provenAt: minute(2),
    kept: true,
    ...more,
  };
}

const deployed = (generation: number, seq: number, more?: Partial<Run>) =>
  run({ kind: 'deployed', edition: edition(generation, seq) }, more);
const full = { kind: 'refused', why: 'machine', message: 'No space is left.' } as const;
const loss = { kind: 'refused', why: 'loss', message: 'Most would go.', gone: 40 } as const;

/** Checked against the contract, so that these tests cannot outlive it. */
function view(more: Partial<EditionsView>): EditionsView {
  return editionsViewSchema.parse({
    live: { edition: edition(2, 20), seenAt: minute(2) },
    problem: null,
    site: 'https://news.example.org',
    wanted: { epoch: 'e', seq: 20 },
    waiting: { count: 0, versions: [], since: null, obstacle: null },
    orders: [],
    repair: null,
    caller: { kind: 'none', target: null, lastCall: null },
    publisherHeardAt: minute(2),
    mayOrder: true,
    runs: [],
    ...more,
  });
}

const waiting = (obstacle: EditionsView['waiting']['obstacle']) => ({ count: 3, versions: [], since: minute(3), obstacle });
const paused = { by: 'Aliya', at: minute(1) };

describe('how the site stands', () => {
  const said = (more: Partial<EditionsView>) => siteSentences(sayingIn('en'), timesIn('en'), view(more));

  it('everything is live', () => {
    expect(said({})).toBe('Readers get edition 2, live since 14:02. Everything that is published is in it.');
  });

  it('nothing is said of a site that was never seen', () => {
    expect(said({ live: null })).toBe('The site has not been seen yet, so nobody can tell what readers get.');
  });

  it('changes are on the way, or wait behind something', () => {
    expect(said({ waiting: waiting(null) })).toContain('3 changes are on the way.');
    expect(said({ waiting: waiting({ kind: 'paused', pause: paused }) })).toContain('3 changes wait.');
  });

  it('what is held back is not called published', () => {
    const held = [{ ...key, seq: 19, good: null, fault: fault.kind }];
    const told = said({ live: { edition: { ...edition(2, 20), held, heldCount: 1 }, seenAt: minute(2) } });
    expect(told).toContain('1 text is held back because of a fault. Everything else that is published is in it.');
  });

  it('a pause, and a site that is silent, are told', () => {
    const live = { edition: { ...edition(2, 20), paused }, seenAt: minute(2) };
    expect(said({ live, problem: 'ECONNREFUSED' })).toBe(
      'Readers get edition 2; the site is paused. Everything that is published is in it. The site does not say at present which edition it is; what stands here was seen before.',
    );
  });
});

describe('the history', () => {
  it('leaves out what is at work or found nothing to do', () => {
    const kinds = historyOf([run({ kind: 'working', stage: 'draw' }), run({ kind: 'nothing' }), deployed(2, 20)]);
    expect(kinds.map((entry) => entry.run.state.kind)).toEqual(['deployed']);
  });

  it('tells once of a publisher that fails in the same way again and again', () => {
    const failures = [run(full), run({ kind: 'nothing' }), run(full), run(full, { startedAt: minute(0) })];
    const entries = historyOf([...failures, deployed(2, 20), run(full)]);
    expect(entries.map(({ attempts, firstAt }) => [attempts, firstAt])).toEqual([
      [3, minute(0)],
      [1, minute(1)],
      [1, minute(1)],
    ]);
    expect(entries[0]?.run).toBe(failures[0]);
  });

  it('keeps failures apart that say something else', () => {
    const other = { ...full, message: 'The folder is closed.' };
    expect(historyOf([run(full), run(other), run(loss), run({ kind: 'lost' }), run({ kind: 'lost' })])).toHaveLength(4);
  });
});

describe('the live edition', () => {
  const held = { ...key, seq: 19, good: 4, fault };
  const live = {
    edition: {
      ...edition(2, 20),
      held: [
        { ...held, fault: fault.kind },
        { ...held, id: 'def', fault: 'media' as const },
      ],
      heldCount: 2,
    },
    seenAt: minute(2),
  };

  it('holds back what the site says, with what the publisher told of it', () => {
    const known = heldNow(view({ live, runs: [deployed(2, 20, { held: [{ ...held, title: 'Итоги' }] })] }));
    expect(known).toEqual([
      { ...key, title: 'Итоги', why: 'dead-link', fault },
      { ...key, id: 'def', title: '', why: 'media', fault: null },
    ]);
  });

  it('takes no fault from an earlier version of the same text', () => {
    const [first] = heldNow(view({ live, runs: [deployed(1, 10, { held: [{ ...held, seq: 9, title: 'Итоги' }] })] }));
    expect(first?.fault).toBeNull();
  });

  it('has the content of when it was fetched, also after a rollback', () => {
    const earlier = deployed(1, 20, { startedAt: minute(0) });
    expect(contentUntil(view({ runs: [deployed(2, 20), deployed(3, 30), earlier] }))).toBe(minute(0));
    expect(contentUntil(view({ runs: [deployed(3, 30)] }))).toBeNull();
  });
});

describe('an order that is not carried out yet', () => {
  const order = { kind: 'publish', number: 1, by: 'Aliya', at: minute(3) } as const;
  const isUnheardAt = (now: number, heard: string | null) =>
    isSomeUnheard(view({ orders: [order], publisherHeardAt: heard }), minute(now));

  it('is called unheard where no publisher was heard from for more than a minute', () => {
    expect([isUnheardAt(4, minute(2)), isUnheardAt(5, minute(2)), isUnheardAt(5, null)]).toEqual([false, true, true]);
  });

  it('is not called so where one was heard from since, or nothing was asked', () => {
    expect(isUnheardAt(9, minute(4))).toBe(false);
    expect(isSomeUnheard(view({ publisherHeardAt: null }), minute(9))).toBe(false);
  });
});

describe('a loss', () => {
  it('can be accepted while it is what came last', () => {
    expect(lossToAccept(view({ runs: [run({ kind: 'nothing' }), run(loss), deployed(1, 10)] }))).toEqual({ gone: 40 });
  });

  it('cannot be accepted once an edition was made, or something else is wrong', () => {
    expect(lossToAccept(view({ runs: [deployed(2, 20), run(loss)] }))).toBeUndefined();
    expect(lossToAccept(view({ runs: [run(full), run(loss)] }))).toBeUndefined();
  });
});

describe('how often the CMS is asked', () => {
  const standing = (...of: VersionStanding[]) => ({
    versions: of.map((one) => ({ language: null, standing: one, editedSince: false, warnings: [] })),
  });
  const live = { since: minute(1), address: null, withdrawn: false };
  const moving: VersionStanding[] = [
    { kind: 'waiting', since: minute(1), obstacle: null, live },
    { kind: 'making', since: minute(1), stage: 'pull', live: null },
    { kind: 'leaving', since: minute(1), obstacle: null },
  ];

  it.each(moving)('every second while a version is $kind', (one) => {
    expect(paceOfStanding(standing({ kind: 'live', live }, one))).toBe(pace.moving);
  });

  it('seldom while nothing moves, and a little more often behind an obstacle', () => {
    expect(paceOfStanding(standing({ kind: 'live', live }, { kind: 'absent' }))).toBe(pace.still);
    expect(paceOfStanding(standing())).toBe(pace.still);
    const obstacle = { kind: 'paused', pause: paused } as const;
    expect(paceOfStanding(standing({ kind: 'waiting', since: minute(1), obstacle, live }))).toBe(pace.stuck);
  });

  it('of the editions: while a run works, until the site is seen with it, and while something waits', () => {
    expect(paceOfEditions(view({ runs: [deployed(2, 20)] }))).toBe(pace.still);
    expect(paceOfEditions(view({ runs: [deployed(2, 20, { provenAt: null })] }))).toBe(pace.moving);
    expect(paceOfEditions(view({ runs: [deployed(2, 20), deployed(1, 10, { provenAt: null })] }))).toBe(pace.still);
    expect(paceOfEditions(view({ runs: [run({ kind: 'working', stage: 'draw' })] }))).toBe(pace.moving);
    expect(paceOfEditions(view({ waiting: waiting(null) }))).toBe(pace.moving);
    const order = { kind: 'publish', number: 1, by: 'Aliya', at: minute(3) } as const;
    expect(paceOfEditions(view({ orders: [order] }))).toBe(pace.moving);
    expect(paceOfEditions(view({ waiting: waiting({ kind: 'no-publisher', since: null }) }))).toBe(pace.stuck);
  });
});
