import { expect, test } from 'vitest';
import { snapshotOf } from '../../test/feed-file.ts';
import { goldenWith } from '../../test/more-entries.ts';
import { correctionsPage } from './corrections-page.ts';

test('corrections and withdrawals stand together, the latest first, by the office’s year', async () => {
  const snapshot = await snapshotOf(
    goldenWith([], (entry) => {
      if (entry.type !== 'press-release') return entry;
      const corrections =
        entry.id === 'releaseone'
          ? [
              { at: '2022-06-06T06:00:00.000Z', text: 'The number was wrong.', kind: 'minor' as const },
              // In Almaty the new year has begun.
              { at: '2022-12-31T19:00:00.000Z', text: 'The place was wrong.', kind: 'major' as const },
            ]
          : [];
      const notice = entry.id === 'releasethree' ? { kind: 'withdrawn' as const, reason: 'It was a draft.' } : null;
      return { ...entry, data: { ...entry.data, corrections, notice } };
    }),
  );
  const page = correctionsPage(snapshot, { locale: 'en' });
  expect(page?.years.map(({ year, corrections }) => [year, corrections.map(({ kind, text }) => [kind, text.text])])).toEqual([
    ['2024', [['Withdrawn', 'It was a draft.']]],
    ['2023', [['Major correction', 'The place was wrong.']]],
    ['2022', [['Minor correction', 'The number was wrong.']]],
  ]);
  expect(page?.years[2]?.corrections[0]?.href).toMatch(/^\/en\/news\/2022\/06\//);
});

test('an office that never corrected anything says so by an empty list', async () => {
  const never = goldenWith([], (entry) =>
    entry.type === 'press-release' ? { ...entry, data: { ...entry.data, corrections: [], notice: null } } : entry,
  );
  expect(correctionsPage(await snapshotOf(never), { locale: 'kk' })?.years).toEqual([]);
});
