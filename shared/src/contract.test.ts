import { describe, expect, it } from 'vitest';
import { adminAddress } from './admin-address.ts';
import { countryCodeSchema } from './delegation.ts';
import { textSchema, websiteSchema } from './document.ts';
import { isLanguage } from './languages.ts';
import { instantSchema, localMonthSchema } from './local-time.ts';
import { pagePathSchema } from './redirect.ts';
import { slugSchema } from './slug.ts';

describe('what the contract lets through', () => {
  it.each([
    [
      'a web address',
      websiteSchema,
      ['https://saylov.uz', 'http://example.org/a?b=c', null],
      ['javascript:alert(1)', 'ftp://example.org', 'example.org', '', 'data:text/html,x'],
    ],
    [
      'a slug',
      slugSchema,
      ['a', 'sailau-2026', 'a'.repeat(120)],
      ['', 'A', 'a--b', '-a', 'a-', 'a b', 'ә', 'a/b', 'a'.repeat(121)],
    ],
    [
      'the path of a page',
      pagePathSchema,
      ['/kk/', '/kk/news/2022/06/a-b/', `/${'a'.repeat(200)}/`],
      [
        'kk/',
        '/kk',
        '//kk/',
        '/kk//',
        '/Kk/',
        '/a.html',
        `/${'a'.repeat(201)}/`,
        '/a/'.repeat(9).repeat(40),
        `/${'a/'.repeat(300)}`,
      ],
    ],
    ['a month', localMonthSchema, ['2022-06', '2022-12'], ['2022-13', '2022-00', '2022-6', '22-06']],
    [
      'an instant',
      instantSchema,
      ['2022-06-04T12:30:00.000Z'],
      ['2022-06-04T12:30:00Z', '2022-06-04', '2022-06-04T12:30:00.000+06:00'],
    ],
    ['a country code', countryCodeSchema, ['KZ', 'TR', 'RU', 'XK'], ['kz', 'KAZ', 'K', '', 'QQ', 'ZZ', 'DD', 'AN', 'SU']],
    ['a text', textSchema, ['a', ' a ', '—', '👩‍👩‍👧'], ['', ' ', '\n', '\u200b\u200c', '\0', '\u00ad', '\ufeff']],
  ])('%s', (_, schema, good, bad) => {
    expect(good.filter((value) => !schema.safeParse(value).success)).toEqual([]);
    expect(bad.filter((value) => schema.safeParse(value).success)).toEqual([]);
  });

  it('a language is one of the list, not a name that every object has', () => {
    expect(['kk', 'ru', 'en', 'de', 'toString', '', undefined].map(isLanguage)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("the admin's address", () => {
  it.each([
    ['press-release', 'abc', '/collection-types/plugin::newsroom.press-release/abc?plugins[i18n][locale]=ru'],
    ['daily-metrics', 'abc@2022-06-05', '/collection-types/plugin::newsroom.press-release/abc?plugins[i18n][locale]=ru'],
    ['site-settings', 'abc', '/single-types/plugin::newsroom.site-settings?plugins[i18n][locale]=ru'],
  ] as const)('of %s', (type, id, address) => {
    expect(adminAddress('http://cms/admin', type, id, 'ru')).toBe(`http://cms/admin/content-manager${address}`);
  });

  it('of what was decided about the popular list', () => {
    expect(adminAddress('http://cms/admin', 'popular-choices', 'popular', null)).toBe(
      'http://cms/admin/plugins/newsroom/popular',
    );
  });
});
