import { describe, expect, inject, test } from 'vitest';
import { readDrawnPage } from './drawn-page.ts';

const { drawn } = inject('goldenSite');

/** The language that each tag of a page's content names, without what only screen readers are told. */
function tagsOn(path: string): string[] {
  const { html } = readDrawnPage(drawn, path);
  const content = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return [...content.matchAll(/class="language-tag">\s*<span[^>]*>[^<]*<\/span>\s*([^<]*?)\s*</g)].map(([, name]) => name ?? '');
}

describe('a link to a text in another language than the page', () => {
  test.each([
    ['/en/news/', 'Russian'],
    ['/kk/news/2022/07/', 'орыс тілі'],
    ['/en/popular/', 'Russian'],
    ['/ru/', 'казахский'],
  ])('says so on %s', (path, name) => {
    expect(tagsOn(path)).toContain(name);
  });

  test('is the only one that says so', () => {
    expect(tagsOn('/ru/news/2022/07/')).toEqual([]);
    expect(tagsOn('/en/news/2022/06/')).toEqual([]);
  });
});
