import type { FeedData } from '@newsroom/shared/feed';
import type { missingTranslationPolicies } from '@newsroom/shared/site-settings';
import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../test/feed-file.ts';
import { entryOf, goldenWith } from '../../test/more-entries.ts';
import { contentPages } from './content-pages.ts';
import { deadLinks } from './dead-links.ts';
import { footerNavigation, headerNavigation } from './navigation.ts';
import { staticPage } from './static-page.ts';

const page: FeedData<'page'> = { title: 'Мекеме', slug: 'mekeme', body: '# Біз', embedded: [], place: 'header', order: 2 };

function newsroom(policy: (typeof missingTranslationPolicies)[number]) {
  return goldenWith(
    [
      entryOf('page', 'about', 'kk', page),
      entryOf('page', 'contact', 'kk', { ...page, title: 'Әріптестер', slug: 'ariptester', order: 1 }),
      entryOf('page', 'privacy', 'kk', { ...page, title: 'Құпиялық', slug: 'qupiyalyq', place: 'footer' }),
      entryOf('page', 'hidden', 'kk', { ...page, title: 'Жасырын', slug: 'zhasyryn', place: 'none' }),
    ],
    (entry) => {
      if (entry.type === 'page') return undefined;
      return entry.type === 'site-settings' ? { ...entry, data: { ...entry.data, missingTranslations: policy } } : entry;
    },
  );
}

describe('the office’s own pages', () => {
  test('stand in the navigation where the editor put them, in the editor’s order', async () => {
    const snapshot = await snapshotOf(newsroom('show'));
    const header = headerNavigation(snapshot, 'kk', '/kk/pages/mekeme/');
    expect(header.slice(-2).map(({ label, current }) => [label, current])).toEqual([
      ['Әріптестер', undefined],
      ['Мекеме', 'page'],
    ]);
    expect(footerNavigation(snapshot, 'kk', undefined)[0]).toMatchObject({ label: 'Құпиялық', href: '/kk/pages/qupiyalyq/' });
  });

  test('that are not translated are shown as they are, where the office wants it: marked, and for search engines the original', async () => {
    const snapshot = await snapshotOf(newsroom('show'));
    const english = staticPage(snapshot, { locale: 'en', slug: 'mekeme' });
    expect(english).toMatchObject({ title: { text: 'Мекеме', lang: 'kk' }, body: { html: '<h2>Біз</h2>', lang: 'kk' } });
    expect(english?.notTranslated).toContain('Kazakh');
    expect(english?.frame).toMatchObject({ canonical: '/kk/pages/mekeme/', alternates: { paths: {} } });
    expect(contentPages(snapshot).find(({ path }) => path === '/en/pages/mekeme/')?.indexed).toBe(false);
    expect(headerNavigation(snapshot, 'en', undefined).at(-1)).toMatchObject({ label: 'Мекеме', lang: 'kk' });
  });

  test('that are not translated are left out, where the office wants that', async () => {
    const snapshot = await snapshotOf(newsroom('leave-out'));
    expect(staticPage(snapshot, { locale: 'en', slug: 'mekeme' })).toBeUndefined();
    expect(headerNavigation(snapshot, 'en', undefined).map(({ label }) => label)).not.toContain('Мекеме');
  });
});

test('a link of the footer that leads to a page of the site that is not there is left out, and said', async () => {
  const links = ['/kk/pages/mekeme/', '/kk/pages/nobody/', '/kk/news/', '/kk/none/', '/%zz', 'https://www.example.org/'];
  const snapshot = await snapshotOf(
    goldenWith([entryOf('page', 'about', 'kk', page)], (entry) => {
      if (entry.type !== 'site-settings') return entry;
      const footerLinks = entry.language === 'kk' ? links.map((href) => ({ label: href, href })) : [];
      return { ...entry, data: { ...entry.data, footerLinks } };
    }),
  );
  const shown = footerNavigation(snapshot, 'kk', undefined).map(({ href }) => href);
  expect(links.filter((href) => shown.includes(href))).toEqual(['/kk/pages/mekeme/', '/kk/news/', 'https://www.example.org/']);
  expect(deadLinks(snapshot).map(({ key, fault }) => [key.type, key.language, fault])).toContainEqual([
    'site-settings',
    'kk',
    {
      kind: 'dead-link',
      field: 'footerLinks',
      paragraph: links.indexOf('/kk/pages/nobody/') + 1,
      text: '/kk/pages/nobody/',
      address: '/kk/pages/nobody/',
    },
  ]);
});

test('a link of the footer is written as browsers read it, and with the slash at its end', async () => {
  const links = {
    '/en': '/en/',
    '/ru/news/?a="b"#c': '/ru/news/?a=%22b%22#c',
    'https://пример.example/<b>': 'https://xn--e1afmkfd.example/%3Cb%3E',
  };
  const snapshot = await snapshotOf(
    goldenWith([], (entry) => {
      if (entry.type !== 'site-settings') return entry;
      return { ...entry, data: { ...entry.data, footerLinks: Object.keys(links).map((href) => ({ label: href, href })) } };
    }),
  );
  const shown = footerNavigation(snapshot, 'kk', undefined).map(({ href }) => href);
  expect(shown).toEqual(expect.arrayContaining(Object.values(links)));
});
