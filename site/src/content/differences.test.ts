import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HeldVersion, VersionKey } from '@newsroom/shared/document-fault';
import { beforeEach, describe, expect, test } from 'vitest';
import { ChangeLog } from '../../test/change-log.ts';
import { contentOf } from '../../test/content-of.ts';
import { type FeedLine, newFolder, readSnapshot, writeFeed } from '../../test/feed-file.ts';
import { gone, page, release, settings } from '../../test/newsroom.ts';
import { runNode } from '../../test/run-command.ts';
import { FeedRefused } from './feed-fault.ts';
import { settleSnapshot } from './settle-snapshot.ts';
import { OtherState } from './snapshot-writing.ts';
import { type TakeInRequest, takeInFeed } from './take-in-feed.ts';

let log: ChangeLog;
let snapshot: string;

beforeEach(() => {
  log = new ChangeLog();
  log.write(...settings(), release('one'), release('two'), page('about'));
  snapshot = join(newFolder(), 'snapshot.sqlite');
});

const take = (feed: string | undefined, more: Partial<TakeInRequest> = {}) =>
  takeInFeed({ feed, snapshot, asOf: '2024-06-03', acceptLoss: false, holdFaults: true, ...more });

/** Makes the snapshot know that its state is live, with what is held in it. */
const settle = (held: readonly HeldVersion[] = []) =>
  settleSnapshot(snapshot, { epoch: log.epoch, seq: log.head, held: [...held] }, []);

/** The releases that readers of English find, each with its title. */
function titles(): Record<string, string> {
  const content = readSnapshot(snapshot);
  const shown = content.latestReleases('en', 100).filter(({ lang }) => lang === undefined);
  content.close();
  return Object.fromEntries(shown.map(({ id, title }) => [id, title]).sort());
}

const linesOf = (feed: string) => {
  const lines = readFileSync(feed, 'utf8').trimEnd().split('\n');
  return lines.map((line): FeedLine => JSON.parse(line));
};

const names = (keys: readonly VersionKey[]) => keys.map(({ type, id, language }) => `${type} ${id} ${language}`);

describe('a difference', () => {
  test('brings what is new, changes what is changed and takes away what went', async () => {
    await take(log.whole());
    const since = log.head;
    log.write(release('three'), release('one', { title: 'One again' }), gone(release('two')));
    const taken = await take(log.difference(since));
    expect(titles()).toEqual({ one: 'One again', three: 'three' });
    expect(taken).toMatchObject({ seq: log.head, releases: 2, held: [] });
  });

  test('holds of each version only its newest state, whatever happened in between', async () => {
    await take(log.whole());
    const since = log.head;
    log.write(release('one', { title: 'Once' }), gone(release('one')), release('one', { title: 'Twice' }));
    await take(log.difference(since));
    expect(titles()).toEqual({ one: 'Twice', two: 'two' });
  });

  test('may hold nothing', async () => {
    await take(log.whole());
    expect(await take(log.difference(log.head))).toMatchObject({ seq: log.head, entries: 6 });
  });

  test('is refused as a whole where it was cut, and the snapshot stays where it was', async () => {
    await take(log.whole());
    const since = log.head;
    log.write(release('three'), release('four'));
    const cut = log.difference(since);
    writeFileSync(cut, readFileSync(cut, 'utf8').split('\n').slice(0, 2).join('\n'));
    await expect(take(cut)).rejects.toThrow('[feed-cut]');
    expect(titles()).toEqual({ one: 'one', two: 'two' });
    await take(log.difference(since));
    expect(Object.keys(titles())).toHaveLength(4);
  });

  test.each([
    ['from another state', () => log.difference(log.head - 1)],
    ['of another history', () => other().difference(other().head)],
  ])('%s is not taken in: a whole feed is due', async (_, difference) => {
    await take(log.whole());
    const before = contentOf(snapshot);
    await expect(take(difference())).rejects.toThrow(OtherState);
    expect(contentOf(snapshot)).toEqual(before);
  });

  test('cannot begin where there is no snapshot, nor can anything be derived there', async () => {
    await expect(take(log.difference(0))).rejects.toThrow('there is no snapshot');
    await expect(take(undefined)).rejects.toThrow('There is no snapshot');
  });

  test('says that a version went, which a whole feed cannot', async () => {
    log.write(gone(release('one')));
    const [header, ...lines] = linesOf(log.difference(0));
    const whole = writeFeed(newFolder(), [{ ...header, since: null }, ...lines]);
    await expect(take(whole)).rejects.toThrow('it says that a version went, and the feed is whole');
  });

  test('that would take most texts away is told as a loss, unless that is wanted', async () => {
    log.write(...['three', 'four', 'five', 'six'].map((id) => release(id)));
    await take(log.whole());
    const since = log.head;
    log.write(...['one', 'two', 'three', 'four'].map((id) => gone(release(id))));
    const refused = await take(log.difference(since)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FeedRefused);
    expect(refused).toMatchObject({ isLossAlone: true });
    expect(await take(log.difference(since), { acceptLoss: true })).toMatchObject({ releases: 2 });
  });
});

function other(): ChangeLog {
  const history = new ChangeLog('other');
  history.write(...settings(), release('one'));
  return history;
}

describe('a whole feed, where the snapshot knows what is live', () => {
  beforeEach(async () => {
    await take(log.whole());
    await settle();
    log.write(release('one', { title: 'Newer' }), release('three'), gone(release('two')));
  });

  test('of the same history is worth as much as the difference: what is live is kept', async () => {
    const since = log.head - 3;
    const copy = join(newFolder(), 'snapshot.sqlite');
    cpSync(snapshot, copy);
    const whole = await take(log.whole());
    const difference = await takeInFeed({ feed: log.difference(since), snapshot: copy, asOf: '2024-06-03', acceptLoss: false });
    expect(whole).toEqual(difference);
    expect(names(whole.judged)).toEqual(['press-release one en', 'press-release three en']);
    expect(names(whole.gone)).toEqual(['press-release two en']);
    const held = { ...release('one'), fault: { kind: 'contract' as const, what: 'it is not wanted' } };
    await take(undefined, { hold: [held] });
    expect(titles()).toEqual({ one: 'one', three: 'three' });
  });

  test('of another history keeps nothing: nothing of it is known to be live', async () => {
    await take(other().whole());
    expect(titles()).toEqual({ one: 'one' });
    const taken = await take(undefined, { hold: [{ ...release('one'), fault: { kind: 'contract', what: 'x' } }] });
    expect(taken.held).toMatchObject([{ id: 'one', good: null }]);
    expect(titles()).toEqual({});
  });
});

describe('the commands', () => {
  const run = (name: string, ...args: string[]) => runNode([`src/content/${name}.ts`, '--snapshot', snapshot, ...args]);
  const json = (text: string) => JSON.parse(text.trim().split('\n').at(-1) ?? '');

  test('take in, settle and take in again, each in its own words and codes', async () => {
    expect(await run('state')).toMatchObject({ code: 0, stdout: 'null\n' });
    const whole = await run('take-in', '--feed', log.whole(), '--as-of', '2024-06-03', '--hold-faults', '--json');
    expect(whole).toMatchObject({ code: 0, stderr: '' });
    expect(json(whole.stdout)).toMatchObject({ epoch: 'test', seq: 6, asOf: '2024-06-03', releases: 2, held: [], warnings: [] });
    expect(json((await run('state')).stdout)).toMatchObject({ epoch: 'test', seq: 6, asOf: '2024-06-03', settled: null });

    const edition = join(newFolder(), 'edition.json');
    writeFileSync(edition, JSON.stringify({ epoch: 'test', seq: 6, held: [], generation: 1 }));
    expect(await run('settle', '--edition', edition)).toMatchObject({ code: 0, stderr: '' });
    expect(json((await run('state')).stdout)).toMatchObject({ settled: 6 });

    log.write(release('one', { title: 'Newer' }));
    const hold = join(newFolder(), 'hold.json');
    const fault = { kind: 'not-drawn', path: '/en/', why: 'x' };
    writeFileSync(hold, JSON.stringify([{ type: 'press-release', id: 'one', language: 'en', fault }]));
    const difference = await run('take-in', '--feed', log.difference(6), '--hold', hold, '--hold-faults', '--json');
    expect(json(difference.stdout)).toMatchObject({ seq: 7, held: [{ id: 'one', seq: 7, good: 4, fault }], gone: [] });
    expect(await run('settle', '--edition', edition)).toMatchObject({ code: 3 });
    expect(await run('take-in', '--feed', log.difference(6))).toMatchObject({ code: 3 });
  });

  test('say by a code of its own that much would go', async () => {
    log.write(...['three', 'four'].map((id) => release(id)));
    await take(log.whole());
    const since = log.head;
    log.write(...['one', 'two', 'three', 'four'].map((id) => gone(release(id))));
    const loss = await run('take-in', '--feed', log.difference(since), '--hold-faults', '--json');
    expect(loss).toMatchObject({ code: 4, stdout: '', stderr: expect.stringContaining('[feed-loss]') });
    expect(await run('take-in', '--feed', log.difference(since), '--accept-loss')).toMatchObject({ code: 0 });
  });

  test('do not begin with what they cannot read', async () => {
    const file = join(newFolder(), 'hold.json');
    writeFileSync(file, '[{"type":"press-release"}]');
    expect(await run('take-in', '--hold', file)).toMatchObject({ code: 2 });
    expect(await run('settle', '--edition', file)).toMatchObject({ code: 1 });
    expect(await run('settle', '--edition', join(file, 'none'))).toMatchObject({ code: 1 });
    expect(await run('settle')).toMatchObject({ code: 2 });
    expect(await runNode(['src/content/state.ts'])).toMatchObject({ code: 2 });
  });
});
