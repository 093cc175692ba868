import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { popularListSchema } from '@newsroom/shared/popular-list';
import { describe, expect, inject, test } from 'vitest';
import { filesOf, readDrawnPage } from './drawn-page.ts';
import { goldenPages } from './golden-site.ts';
import { testSiteUrl } from './run-command.ts';

const { drawn } = inject('goldenSite');

describe('the golden example: meetings with observers', () => {
  for (const [path, facts] of Object.entries(goldenPages.pages)) {
    test(`${path} shows what it must`, () => {
      const page = readDrawnPage(drawn, path);
      expect(page.language).toBe(facts.language);
      expect(page.title).toBe(facts.title);
      expect(page.headings).toEqual(facts.headings);
      const alternates = Object.entries(facts.alternates).map(([language, to]) => [language, `${testSiteUrl}${to}`]);
      expect(page.alternates).toEqual(Object.fromEntries(alternates));
      expect(page.links).toEqual(expect.arrayContaining(facts.links ?? []));
      for (const text of facts.texts ?? []) expect(page.text).toContain(text);
      for (const part of facts.html ?? []) expect(page.html).toContain(part);
      for (const part of facts.without ?? []) expect(page.html).not.toContain(part);
    });
  }

  test('has no page that the example does not name', () => {
    const pages = filesOf(drawn).filter((file) => file.endsWith('.html'));
    expect(pages.map((file) => `/${file.replace(/index\.html$/, '')}`).sort()).toEqual(Object.keys(goldenPages.pages).sort());
  });

  test('popular.json says what the list was computed from, in each language', () => {
    for (const language of ['kk', 'ru', 'en']) {
      const list = popularListSchema.parse(JSON.parse(readFileSync(join(drawn, language, 'popular', 'popular.json'), 'utf8')));
      expect(list).toMatchObject({ language, period: 'now', asOf: '2024-04-03' });
      expect(list.together).toMatchObject({ rankedFor: '2024-04-02', firstDay: '2024-03-27' });
      expect(list.together.weights).toHaveLength(7);
      expect(list.together.entries.map(({ rank, id, score }) => [rank, id, score])).toEqual([
        [1, 'releasethree', '5931349835776'],
        [2, 'releaseone', '4046803163585'],
        [3, 'releasetwo', '1430427235029'],
      ]);
    }
  });

  test('robots.txt leads to the sitemap', () => {
    expect(readFileSync(join(drawn, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${testSiteUrl}/sitemap-index.xml`);
  });
});
