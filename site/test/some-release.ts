import type { FeedEntry } from '@newsroom/shared/feed';

type ReleaseEntry = Extract<FeedEntry, { type: 'press-release' }>;

/** A release as the feed gives it, with nothing in it but what a test says. */
export function someRelease(entry: Partial<Omit<ReleaseEntry, 'data'>>, data: Partial<ReleaseEntry['data']> = {}): ReleaseEntry {
  const time = '2024-03-01T00:00:00.000Z';
  return {
    seq: 100,
    at: time,
    type: 'press-release',
    id: 'some',
    language: 'en',
    ...entry,
    data: {
      title: 'Some release',
      slug: 'some-release',
      summary: null,
      body: 'Text.',
      embedded: [],
      kind: 'news',
      releasedAt: time,
      publicSince: time,
      addressMonth: '2024-03',
      event: null,
      delegations: [],
      observerOrganisations: [],
      related: [],
      cover: null,
      gallery: [],
      attachments: [],
      corrections: [],
      notice: null,
      ...data,
    },
  };
}
