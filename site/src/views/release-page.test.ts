import type { FeedEntry } from '@newsroom/shared/feed';
import { describe, expect, test } from 'vitest';
import { goldenLines, snapshotOf, withHeader } from '../../test/feed-file.ts';
import { someRelease } from '../../test/some-release.ts';
import { homePage } from './home-page.ts';
import { monthPage } from './month-page.ts';
import { newsFeed } from './news-feed.ts';
import { newsPage } from './news-page.ts';
import { popularList } from './popular-list.ts';
import { type ReleasePage, releasePage } from './release-page.ts';

const golden = goldenLines().slice(1, -1) as unknown as FeedEntry[];
const site = new URL('https://newsroom.example');

type Data = Parameters<typeof someRelease>[1];

/** The page of a release among others, which stand in the golden feed. */
async function pageOf(data: Data, ...others: FeedEntry[]): Promise<ReleasePage | undefined> {
  const snapshot = await snapshotOf(withHeader([...golden, someRelease({}, data), ...others]));
  return releasePage(snapshot, params);
}

const params = { locale: 'en', year: '2024', month: '03', slug: 'some-release' };

/** A release about the vote and perhaps the delegation, that came out on a day of January. */
function january(day: number, data: Data = {}): FeedEntry {
  const releasedAt = `2024-01-${String(day).padStart(2, '0')}T00:00:00.000Z`;
  return someRelease(
    { id: `january${day}` },
    { title: `January ${day}`, slug: `january-${day}`, releasedAt, addressMonth: '2024-01', event: 'eventone', ...data },
  );
}

describe('a corrected release', () => {
  const corrections = [
    { at: '2024-03-02T00:00:00.000Z', kind: 'minor', text: 'A name was misspelt.' },
    { at: '2024-03-05T00:00:00.000Z', kind: 'major', text: 'The day was wrong.' },
  ] as const;

  test('says so above its text, with the way to what was set right, the latest first', async () => {
    const page = await pageOf({ corrections: [...corrections], notice: null });
    expect(page?.notice).toMatchObject({
      what: 'This text was corrected after publication.',
      toCorrections: 'What was corrected',
    });
    expect(page?.content?.corrections.map(({ text }) => text.text)).toEqual(['The day was wrong.', 'A name was misspelt.']);
    expect(page?.frame.subject).toMatchObject({ kind: 'article', corrections: [{ text: 'A name was misspelt.' }, {}] });
  });

  test('gives the reason that the office gave', async () => {
    const page = await pageOf({ notice: { kind: 'corrected', reason: 'The figures changed.' } });
    expect(page?.notice).toMatchObject({ reason: { text: 'The figures changed.' }, toCorrections: undefined });
  });
});

describe('a withdrawn release', () => {
  const withdrawn = { notice: { kind: 'withdrawn', reason: 'It was sent by mistake.' }, summary: 'Summary.' } as const;

  test('keeps its page, which says why and shows nothing of the text', async () => {
    const page = await pageOf(withdrawn);
    expect(page?.title.text).toBe('Some release');
    expect(page?.notice?.reason?.text).toBe('It was sent by mistake.');
    expect(page?.content).toBeUndefined();
    expect(page?.frame.description).toContain('withdrawn');
  });

  test('stands in no list, is in no feed, and is popular no more', async () => {
    const release = someRelease({ id: 'releaseone' }, { ...withdrawn, slug: 'some-release' });
    const snapshot = await snapshotOf(
      withHeader([...golden.filter(({ type, id }) => type !== 'press-release' || id !== 'releaseone'), release]),
    );
    const items = newsFeed(snapshot, { locale: 'en' }, site)?.items as { title: string }[];
    const home = homePage(snapshot, { locale: 'en' });
    const lists = [newsPage(snapshot, { locale: 'en' })?.latest, [home?.lead, ...(home?.more ?? [])], items];
    for (const list of lists) {
      expect(list?.length).toBeGreaterThan(0);
      expect(JSON.stringify(list)).not.toContain('Some release');
    }
    expect(popularList(snapshot, 'en', 'now').entries.map(({ title }) => title.text)).not.toContain('Some release');
    expect(popularList(snapshot, 'en', 'now').entries).toHaveLength(2);
  });
});

describe('a month in which all was withdrawn', () => {
  const withdrawn = { notice: { kind: 'withdrawn', reason: 'Wrong.' } } as const;
  const about = { delegations: ['delegationone'] };
  const other = someRelease({ id: 'other' }, { title: 'Other', slug: 'other' });
  const params = { locale: 'en', year: '2024', month: '03' };

  test('has no archive: what was withdrawn leads to all news', async () => {
    const golden2022 = golden.filter(({ id }) => id !== 'releasethree');
    const snapshot = await snapshotOf(withHeader([...golden2022, someRelease({}, withdrawn)]));
    expect(monthPage(snapshot, params)).toBeUndefined();
    expect(newsPage(snapshot, { locale: 'en' })?.archive.map(({ year }) => year)).toEqual(['2022']);
    const page = releasePage(snapshot, { ...params, slug: 'some-release' });
    expect(page?.more.href).toBe('/en/news/');
    expect(page?.frame.trail.map(({ href }) => href)).toEqual(['/en/', '/en/news/']);
  });

  test('in which something else stands counts that alone, as the years of a subject do', async () => {
    const golden2022 = golden.filter(({ id }) => id !== 'releasethree');
    const snapshot = await snapshotOf(withHeader([...golden2022, someRelease({}, { ...withdrawn, ...about }), other]));
    expect(newsPage(snapshot, { locale: 'en' })?.archive[0]?.months.map(({ count }) => count)).toEqual(['1 release']);
    expect(monthPage(snapshot, params)?.releases.map(({ title }) => title.text)).toEqual(['Other']);
    const years = snapshot.yearsAbout({ type: 'delegation', id: 'delegationone', language: 'en' });
    expect(years.map(({ year, count }) => [year, count])).toEqual([['2022', 1]]);
  });
});

describe('what to read next', () => {
  const about = { event: 'eventone', delegations: ['delegationone'] };
  const titles = (page: ReleasePage | undefined) => page?.related.map(({ title }) => title.text);

  test('is what the editor chose, in that order, without what was withdrawn', async () => {
    const chosen = { ...about, related: ['january2', 'january4', 'january1', 'nowhere'] };
    const gone = january(4, { notice: { kind: 'withdrawn', reason: 'Wrong.' } });
    const page = await pageOf(chosen, january(1), january(2), january(3), gone);
    expect(titles(page)).toEqual(['January 2', 'January 1']);
  });

  test('is otherwise the older three that share most, and never a newer or a withdrawn one', async () => {
    const page = await pageOf(
      about,
      january(1, about),
      january(2),
      january(3),
      january(4, { notice: { kind: 'withdrawn', reason: 'Wrong.' } }),
      someRelease({ id: 'newer' }, { ...about, title: 'Newer', slug: 'newer', releasedAt: '2024-03-09T00:00:00.000Z' }),
    );
    // The golden release of 2022 is about the same vote and the same delegation, too.
    expect(titles(page)).toEqual(['January 1', 'Meetings with foreign election bodies and international observers', 'January 3']);
  });

  test('is the same however often it is asked for', async () => {
    const gone = january(4, { ...about, notice: { kind: 'withdrawn', reason: 'Wrong.' } });
    const older = [january(1, about), january(2, about), january(3, about), gone];
    const snapshot = await snapshotOf(withHeader([...golden, someRelease({}, about), ...older]));
    const asked = Array.from({ length: 12 }, () => titles(releasePage(snapshot, params)));
    expect(new Set(asked.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify(['January 3', 'January 2', 'January 1'])]),
    );
  });

  test('is nothing for a release that is about nothing', async () => {
    expect(titles(await pageOf({}))).toEqual([]);
  });
});
