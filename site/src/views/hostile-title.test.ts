import { popularListSchema } from '@newsroom/shared/popular-list';
import { describe, expect, test } from 'vitest';
import { goldenEntries, snapshotOf } from '../../test/feed-file.ts';
import { openGraph } from './open-graph.ts';
import { popularData } from './popular-data.ts';
import { releasePage } from './release-page.ts';
import { structuredData } from './structured-data.ts';

const hostile = '</script><script>alert(1)</script><!-- "\u2028';
const site = new URL('https://newsroom.example');

describe('a title that tries to leave its place in the head', async () => {
  const snapshot = await snapshotOf(
    goldenEntries((entry) => (entry.type === 'press-release' ? { ...entry, data: { ...entry.data, title: hostile } } : entry)),
  );
  const params = { locale: 'en', year: '2024', month: '03', slug: 'a-night-briefing-for-observers' };
  const frame = releasePage(snapshot, params)?.frame ?? expect.fail('no page');

  test('is no end of a script in the data, and the same title when they are read', () => {
    const [article = '', breadcrumbs = ''] = structuredData(frame, site);
    expect(article + breadcrumbs).not.toContain('<');
    expect(JSON.parse(article)).toMatchObject({ headline: hostile });
    expect(JSON.parse(breadcrumbs).itemListElement.at(-1)).toMatchObject({ name: hostile });
  });

  test('is the same title where a popular list is read as data', () => {
    const list = popularListSchema.parse(popularData(snapshot, { locale: 'en', period: 'week' }, site));
    expect(list.together.entries.map(({ title }) => title)).toEqual([hostile, hostile, hostile]);
  });

  test('is handed on as text where links are shared', () => {
    expect(openGraph(frame, site)).toContainEqual({ property: 'og:title', content: hostile });
  });
});
