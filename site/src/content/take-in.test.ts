import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedData, FeedEntry } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  type FeedLine,
  goldenEntries,
  goldenLines,
  newFolder,
  readSnapshot,
  withHeader,
  writeFeed,
} from '../../test/feed-file.ts';
import { goldenFeed } from '../../test/golden-site.ts';
import { entryOf, goldenWith } from '../../test/more-entries.ts';
import { runNode } from '../../test/run-command.ts';
import { someRelease } from '../../test/some-release.ts';
import { FeedRefused } from './feed-fault.ts';
import { takeInFeed } from './take-in-feed.ts';

let folder = '';
let snapshot = '';

beforeEach(() => {
  folder = newFolder();
  snapshot = join(folder, 'snapshot.sqlite');
});

async function takeIn(lines: readonly FeedLine[] | string, acceptLoss = false) {
  const feed = typeof lines === 'string' ? join(folder, 'feed.ndjson') : writeFeed(folder, lines);
  if (typeof lines === 'string') writeFileSync(feed, lines);
  return takeInFeed({ feed, snapshot, asOf: '2024-04-03', acceptLoss });
}

/** Why the feed is refused. */
async function refusal(lines: readonly FeedLine[] | string): Promise<FeedRefused> {
  try {
    await takeIn(lines);
  } catch (error) {
    if (error instanceof FeedRefused) return error;
    throw error;
  }
  throw new Error('The feed was taken in.');
}

async function codesOf(lines: readonly FeedLine[] | string): Promise<string[]> {
  return (await refusal(lines)).faults.map(({ code }) => code);
}

const goldenText = readFileSync(goldenFeed, 'utf8');

describe('a whole feed', () => {
  test('is taken in, and counted', async () => {
    const { judged, ...taken } = await takeIn(goldenText);
    expect(taken).toEqual({
      epoch: 'example',
      seq: 73,
      mark: expect.stringMatching(/^[0-9a-f]{64}$/),
      asOf: '2024-04-03',
      entries: 56,
      releases: 3,
      gone: [],
      held: [],
      warnings: [],
    });
    expect(judged).toHaveLength(56); // nothing is known to be live
    const content = readSnapshot(snapshot);
    expect(content.latestReleases('ru', 10).map(({ id }) => id)).toEqual(['releasethree', 'releasetwo', 'releaseone']);
    expect(content.latestTexts('ru', 10).map(({ id }) => id)).toEqual(['releasetwo', 'releaseone']);
    expect(content.asOf).toBe('2024-04-03');
    content.close();
  });

  test('replaces what was there before', async () => {
    await takeIn(goldenText);
    await takeIn(goldenEntries((entry) => (entry.id === 'releasetwo' ? undefined : entry)));
    const content = readSnapshot(snapshot);
    expect(content.latestTexts('ru', 10).map(({ id }) => id)).toEqual(['releaseone']);
    content.close();
  });

  test('may point to documents that are not in it: those relations are counted and left out', async () => {
    const taken = await takeIn(
      goldenEntries((entry) => (entry.id === 'delegationtwo' || entry.type === 'event' ? undefined : entry)),
    );
    // Six of releases, three of accreditations.
    expect(taken.warnings).toEqual(['9 relations lead to documents that are not in the feed; they are left out.']);
  });
});

describe('a damaged feed is refused, and the earlier content stays', () => {
  beforeEach(() => takeIn(goldenText));

  test.each([
    ['emptied', '', ['feed-empty']],
    ['cut between two lines', goldenText.split('\n').slice(0, 20).join('\n'), ['feed-cut']],
    ['cut within a line', goldenText.slice(0, 9000), ['feed-cut']],
    ['cut after its header', `${goldenText.split('\n')[0]}\n`, ['feed-cut']],
    ['something else', '<!doctype html>\n<p>Bad gateway</p>\n', ['feed-not-ndjson']],
    ['an answer of another kind', '{"error":{"status":401}}\n', ['feed-header']],
    ['torn in the middle', goldenText.replace('\n{', '\n{{'), ['feed-not-ndjson', 'feed-trailer', 'feed-digest', 'feed-counts']],
    ['altered in a single letter', goldenText.replace('Примерная', 'Примeрная'), ['feed-digest']],
    ['continued after its end', `${goldenText}{}\n`, ['feed-after-end']],
  ])('%s', async (_, text, codes) => {
    expect(await codesOf(text)).toEqual(codes);
    const content = readSnapshot(snapshot);
    expect(content.latestTexts('ru', 10)).toHaveLength(2);
    content.close();
  });

  test('a byte that is no UTF-8', async () => {
    const bytes = Buffer.from(goldenText);
    bytes[5000] = 0xff;
    writeFileSync(join(folder, 'broken.ndjson'), bytes);
    const given = { feed: join(folder, 'broken.ndjson'), snapshot, asOf: '2024-04-03', acceptLoss: false };
    await expect(takeInFeed(given)).rejects.toThrow('[feed-not-text]');
  });

  test('a file that is not there', async () => {
    const given = { feed: join(folder, 'none.ndjson'), snapshot, asOf: '2024-04-03', acceptLoss: false };
    await expect(takeInFeed(given)).rejects.toThrow(/\[feed-missing\] There is no feed at .*none\.ndjson/);
  });
});

describe('a feed that does not say the truth about itself', () => {
  test('another version', async () => {
    const [header, ...rest] = goldenLines();
    const { message } = await refusal([{ ...header, version: 1 }, ...rest]);
    expect(message).toContain('[feed-version] The feed has version 1; this site reads version 4.');
  });

  test('fewer entries than its header promises', async () => {
    const lines = goldenLines().filter(({ id, language }) => id !== 'delegationone' || language !== 'kk');
    const { message } = await refusal([...lines.slice(0, -1), { ...lines.at(-1), count: 55 }]);
    expect(message).toContain('[feed-counts] The feed promises 3 of type delegation in kk, and holds 2.');
  });

  test('an entry that its header does not announce', async () => {
    const [header = {}, ...rest] = goldenEntries((entry) => entry);
    const counts = (header.counts as { type: string }[]).filter(({ type }) => type !== 'event');
    expect(await codesOf([{ ...header, counts }, ...rest])).toEqual(['feed-counts', 'feed-counts', 'feed-counts']);
  });

  test('a trailer of another state', async () => {
    const lines = goldenLines();
    expect(await codesOf([...lines.slice(0, -1), { ...lines.at(-1), seq: 72 }])).toEqual(['feed-trailer']);
  });

  test('an entry that comes twice', async () => {
    const [header, first, ...rest] = goldenLines();
    expect(await codesOf([header, first, first, ...rest] as FeedLine[])).toContain('entry-duplicate');
  });
});

describe('content that breaks the contract', () => {
  test('is refused where an entry has a language and its type has none, or the other way round', async () => {
    const given = goldenEntries((entry) =>
      entry.id === 'releasetwo' && entry.type === 'press-release'
        ? ({ ...entry, language: null } as unknown as FeedEntry)
        : entry,
    );
    expect((await refusal(given)).message).toContain('(press-release releasetwo): it says no language');
  });

  test('is refused where the source language lacks what other languages fall back to', async () => {
    const given = goldenEntries((entry) =>
      entry.type === 'event' && entry.language === 'kk' ? { ...entry, data: { ...entry.data, name: null } } : entry,
    );
    expect((await refusal(given)).message).toContain('event eventone, in kk: the field "name" is empty, and other languages');
  });

  test('is refused where a document of the directory has a name in no language', async () => {
    const given = goldenEntries((entry) =>
      entry.type === 'event' ? { ...entry, data: { ...entry.data, sourceLanguage: 'ru', slug: null } } : entry,
    ).filter(({ type, language }) => type !== 'event' || language !== 'ru');
    const entries = given.slice(1, -1) as unknown as FeedEntry[];
    const { message } = await refusal(withHeader(entries));
    expect(message).toContain('event eventone: in no language has it both the field "name" and the field "slug".');
    expect(message).toContain('plugin::newsroom.event/eventone?plugins[i18n][locale]=ru and publish');
  });

  test('is refused where what was decided about popular lists is not the one document of it, or contradicts itself', async () => {
    const decided: FeedData<'popular-choices'> = { pins: ['releaseone'], exclusions: [], silentSince: null };
    const refused = async (id: string, data: typeof decided) =>
      (await refusal(goldenWith([entryOf('popular-choices', id, null, data)]))).message;
    expect(await refused('another', decided)).toContain('the identifier is not one that the CMS gives');
    const both = await refused('popular', { ...decided, exclusions: ['releaseone'] });
    expect(both).toContain('a release is pinned and excluded');
    expect(both).toContain('Mend it at http://127.0.0.1:1337/admin/plugins/newsroom/popular');
  });

  test('is refused where it nests more deeply than anything could mean', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expect(await codesOf(goldenText.replace('"data":{', `"data":{"deep":${deep},`))).toContain('feed-not-ndjson');
  });

  test('says nothing to a terminal but words', async () => {
    const given = goldenEntries((entry) => ({ ...entry, data: { ...entry.data, 'x\u001b[31m': 1 } }) as unknown as FeedEntry);
    expect((await refusal(given)).message).not.toContain('\u001b');
  });

  test('is named by title, document, language, field and the address where it is mended', async () => {
    const { message } = await refusal(
      goldenEntries(
        (entry) =>
          ({ ...entry, data: entry.id === 'releasetwo' ? { ...entry.data, slug: 'Как подать' } : entry.data }) as FeedEntry,
      ),
    );
    expect(message).toContain(
      '“Как подать заявление об аккредитации наблюдателя” (press-release releasetwo, in ru): the field "slug" has the wrong form',
    );
    expect(message).toContain(
      'Mend it at http://127.0.0.1:1337/admin/content-manager/collection-types/plugin::newsroom.press-release/releasetwo?plugins[i18n][locale]=ru',
    );
  });

  test.each([
    ['a field that is missing', { kind: undefined }, 'the field "kind" must be one of: news, statement'],
    ['a field that is empty', { title: ' ' }, 'the field "title" is empty'],
    ['a field of another type', { body: 5 }, 'the field "body" must be of type string'],
    ['a field that nobody knows', { subtitle: 'x' }, 'the data has parts that the site does not know: subtitle'],
    ['a relation that is none', { delegations: ['?'] }, 'the field "delegations.0" has the wrong form'],
    ['a time that is none', { releasedAt: 'yesterday' }, 'the field "releasedAt" has the wrong form'],
  ])('%s', async (_, wrong, complaint) => {
    const lines = goldenEntries((entry) =>
      entry.id === 'releasetwo' ? ({ ...entry, data: { ...entry.data, ...wrong } } as FeedEntry) : entry,
    );
    const { message, faults } = await refusal(lines);
    expect(faults.map(({ code }) => code)).toEqual(['entry-contract']);
    expect(message).toContain(complaint);
  });

  test('is told all at once, but not more than ten times', async () => {
    const { message, faults } = await refusal(
      goldenEntries((entry) => ({ ...entry, data: { ...entry.data, extra: 1 } }) as unknown as FeedEntry),
    );
    expect(faults).toHaveLength(10);
    expect(message).toMatch(/… and 46 more\.$/);
  });

  test('is refused where two releases have one address', async () => {
    const { message } = await refusal(
      goldenEntries((entry) =>
        entry.id === 'releasethree' && entry.language === 'en' && entry.type === 'press-release'
          ? {
              ...entry,
              data: {
                ...entry.data,
                addressMonth: '2022-06',
                slug: 'meetings-with-foreign-election-bodies-and-international-observers',
              },
            }
          : entry,
      ),
    );
    expect(message).toMatch(
      /\[address-taken\] “A night briefing for observers” .* taken by “Meetings with foreign election bodies/,
    );
  });

  test('is refused at an address that is kept for an older page of a month', async () => {
    const { message } = await refusal(
      goldenEntries((entry) =>
        entry.type === 'press-release' && entry.id === 'releasethree'
          ? { ...entry, data: { ...entry.data, slug: 'page-2' } }
          : entry,
      ),
    );
    expect(message).toMatch(/\[entry-contract\] .*the field "slug" is kept for the older pages of a month's archive/);
  });

  test('is refused where a language has no settings', async () => {
    const { message } = await refusal(
      goldenEntries((entry) => (entry.type === 'site-settings' && entry.language === 'en' ? undefined : entry)),
    );
    expect(message).toContain('[settings-missing] The site has no settings in en');
    expect(message).toContain('single-types/plugin::newsroom.site-settings?plugins[i18n][locale]=en');
  });
});

describe('a feed that would take much of the site away', () => {
  const release = (number: number): FeedEntry =>
    someRelease({ seq: 100 + number, id: `r${number}` }, { title: `release-${number}`, slug: `release-${number}` });
  const settings = goldenLines().filter(({ type }) => type === 'site-settings') as unknown as FeedEntry[];
  const feedOf = (count: number) => withHeader([...settings, ...Array.from({ length: count }, (_, number) => release(number))]);

  test('is refused when more than half of the press releases would go', async () => {
    await takeIn(feedOf(9));
    const { message } = await refusal(feedOf(4));
    expect(message).toContain('[feed-loss] The feed would take 5 of 9 texts of press releases off the site');
    expect(message).toContain('--accept-loss');
  });

  test('is refused when a language would go, though every release stays in another', async () => {
    const inAll = (locales: readonly Language[]) =>
      withHeader([
        ...settings,
        ...locales.flatMap((language) =>
          Array.from({ length: 3 }, (_, number) => ({ ...release(number), language }) as FeedEntry),
        ),
      ]);
    await takeIn(inAll(['kk', 'ru', 'en']));
    expect((await refusal(inAll(['kk']))).message).toContain('6 of 9 texts');
  });

  test('is taken in when it was asked for', async () => {
    await takeIn(feedOf(9));
    expect(await takeIn(feedOf(0), true)).toMatchObject({ releases: 0 });
  });

  test('is no concern while few releases go', async () => {
    await takeIn(feedOf(3));
    expect(await takeIn(feedOf(0))).toMatchObject({ releases: 0 });
    await takeIn(feedOf(9));
    expect(await takeIn(feedOf(5))).toMatchObject({ releases: 5 });
  });
});

describe('the command', () => {
  const command = (...args: string[]) => runNode(['src/content/take-in.ts', ...args]);

  test('says in one line what it took in', async () => {
    const { code, stdout, stderr } = await command('--feed', goldenFeed, '--snapshot', snapshot, '--as-of', '2024-04-03');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('Taken in: 3 press releases, 56 entries in all, state 73 of example, for 2024-04-03.\n');
  });

  test('refuses with exit code 1, in words for an operator and without a stack', async () => {
    writeFileSync(join(folder, 'feed.ndjson'), goldenText.slice(0, 9000));
    const { code, stderr } = await command('--feed', join(folder, 'feed.ndjson'), '--snapshot', snapshot);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The feed was refused; the site keeps the content that it had\.\n\[feed-cut\] The feed breaks off after line \d+/,
    );
    expect(stderr).not.toContain('    at ');
  });

  test('does not start with a day that is none', async () => {
    const { code, stderr } = await command('--feed', goldenFeed, '--snapshot', snapshot, '--as-of', '2024-02-30');
    expect(code).toBe(2);
    expect(stderr).toContain('"2024-02-30" is not a day');
  });

  test('does not touch a snapshot that is no snapshot', async () => {
    writeFileSync(snapshot, 'This is somebody’s letter.');
    const { code, stderr } = await command('--feed', goldenFeed, '--snapshot', snapshot);
    expect(code).toBe(1);
    expect(stderr).toContain('[snapshot-unusable]');
  });
});
