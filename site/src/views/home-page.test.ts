import type { FeedData } from '@newsroom/shared/feed';
import { languages } from '@newsroom/shared/languages';
import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../test/feed-file.ts';
import { entryOf, goldenWith, plainWith } from '../../test/more-entries.ts';
import { homePage } from './home-page.ts';
import { theme, themePath } from './theme.ts';

function vote(id: string, data: Pick<FeedData<'event'>, 'phase' | 'votingDay'>) {
  const common = { name: id, slug: id, sourceLanguage: 'kk', kind: 'local', summary: null } as const;
  return languages.map((language) => entryOf('event', id, language, { ...common, ...data }));
}

describe('the vote on the home page', () => {
  const near = vote('near', { phase: 'upcoming', votingDay: '2024-05-01' });
  const far = vote('far', { phase: 'upcoming', votingDay: '2024-09-01' });

  test('is the one under way, or else the nearest ahead', async () => {
    const now = vote('now', { phase: 'under-way', votingDay: '2024-06-01' });
    expect(homePage(await snapshotOf(plainWith([...far, ...near])), { locale: 'ru' })?.vote?.event.name.text).toBe('near');
    expect(homePage(await snapshotOf(plainWith([...far, ...near, ...now])), { locale: 'ru' })?.vote?.event.name.text).toBe('now');
  });

  test('says how many observers are accredited, where that is known', async () => {
    const row = { event: 'near', delegation: 'delegationone', observerOrganisation: null, stage: 'accredited' } as const;
    const rows = [entryOf('accreditation', 'one', null, { ...row, observers: 21, asOf: '2024-04-01' })];
    expect(homePage(await snapshotOf(plainWith([...near, ...rows])), { locale: 'ru' })?.vote?.accredited).toBe('21 наблюдатель');
    expect(homePage(await snapshotOf(plainWith(near)), { locale: 'ru' })?.vote?.accredited).toBeUndefined();
  });

  test('is not there when all votes are over', async () => {
    expect(homePage(await snapshotOf(plainWith([])), { locale: 'ru' })?.vote).toBeUndefined();
  });
});

test('the latest release leads, and the next ones follow; a newsroom without news has neither', async () => {
  const page = homePage(await snapshotOf(plainWith([])), { locale: 'en' });
  expect(page?.lead?.title.text).toBe('A night briefing for observers');
  expect(page?.more.map(({ title }) => title.text)).not.toContain('A night briefing for observers');
  const empty = await snapshotOf(goldenWith([], (entry) => (entry.type === 'press-release' ? undefined : entry)));
  expect(homePage(empty, { locale: 'en' })).toMatchObject({ lead: undefined, more: [] });
});

test('the office’s colour is one file that every page reads, and none where there is no colour', async () => {
  const plain = await snapshotOf(plainWith([]));
  expect([themePath(plain), theme(plain)]).toEqual([undefined, undefined]);
  const coloured = await snapshotOf(
    goldenWith([], (entry) =>
      entry.type === 'site-settings' ? { ...entry, data: { ...entry.data, colour: '#ffff00' } } : entry,
    ),
  );
  expect(homePage(coloured, { locale: 'kk' })?.frame.theme).toBe('/theme.css');
  expect(theme(coloured)).toContain('--accent:');
});
