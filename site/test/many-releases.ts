import type { FeedEntry } from '@newsroom/shared/feed';
import { type FeedLine, goldenEntries, withHeader } from './feed-file.ts';
import { someRelease } from './some-release.ts';

/**
 * The golden feed with more releases in one month, March 2023, in Kazakh and fewer in English, which leaves out what is
 * not translated. Each is about the
 * vote, the Turkish delegation and the first organisation.
 */
export function manyReleases(count: { kk: number; en: number }): FeedLine[] {
  const golden = goldenEntries((entry) =>
    entry.type === 'site-settings' ? { ...entry, data: { ...entry.data, missingTranslations: 'leave-out' } } : entry,
  ).slice(1, -1) as unknown as FeedEntry[];
  const more = (['kk', 'en'] as const).flatMap((language) =>
    Array.from({ length: count[language] }, (_, index) => release(language, index + 1)),
  );
  return withHeader([...golden, ...more.map((entry, index) => ({ ...entry, seq: 1000 + index }))]);
}

/** The releases come by the hour, each under its number. */
function release(language: 'kk' | 'en', number: number): FeedEntry {
  const releasedAt = new Date(Date.UTC(2023, 2, 2, number)).toISOString();
  return someRelease(
    { id: `many${String(number).padStart(3, '0')}`, language, at: releasedAt },
    {
      title: `Release ${number}`,
      slug: `release-${number}`,
      releasedAt,
      publicSince: releasedAt,
      addressMonth: '2023-03',
      event: 'eventone',
      delegations: ['delegationone'],
      observerOrganisations: ['organisationone'],
    },
  );
}
