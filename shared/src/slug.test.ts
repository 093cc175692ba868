import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberSlug, slugify, slugSchema } from './slug.ts';

describe('titles in the languages of the site', () => {
  it.each([
    ['Қазақстан Республикасының Орталық сайлау комиссиясы', 'qazaqstan-respublikasynyn-ortalyq-sailau-komissiyasy'],
    ['ӘӨҮҰҚҒҢҺІ әөүұқғңһі', 'aouuqgnhi-aouuqgnhi'],
    ['Щёлково: съезд — объявление', 'shchyolkovo-sezd-obyavlenie'],
    ['Эксперты из Чехии и Югры', 'eksperty-iz-chekhii-i-yugry'],
    ["The Office's 2nd briefing", 'the-offices-2nd-briefing'],
    ['Türkiye Cumhuriyeti Yüksek Seçim Kurulu', 'turkiye-cumhuriyeti-yuksek-secim-kurulu'],
  ])('%s', (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });

  it('loses no letter of any of the three alphabets', () => {
    const silent = 'ъь'; // signs, which are not sounds of their own
    for (const letter of 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюяabcdefghijklmnopqrstuvwxyz') {
      expect(slugify(letter), letter).not.toBe('');
    }
    expect(slugify(silent)).toBe('');
  });

  it('spells a decomposed letter like the composed one', () => {
    expect(slugify('ё'.normalize('NFD'))).toBe('yo');
    expect(slugify('й'.normalize('NFD'))).toBe('i');
  });
});

describe('other scripts and signs', () => {
  it.each([
    ['საქართველო', 'sakartvelo'],
    ['الانتخابات', 'lntkhbt'],
    ['🗳️ Итоги — 63 %', 'itogi-63'],
    ['!!! …', ''],
    ['../../etc/passwd', 'etc-passwd'],
  ])('%s', (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });
});

describe('any text', () => {
  it('gives a slug or nothing, of at most 80 characters, and is left alone when it is one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const slug = slugify(text);
        expect(slug === '' || slugSchema.safeParse(slug).success).toBe(true);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });

  it('is cut at the end of a word', () => {
    const slug = slugify('сайлау '.repeat(30));
    expect(slug).toBe(Array(11).fill('sailau').join('-'));
  });
});

describe('a slug that is taken', () => {
  it('gets a number and stays within the length', () => {
    expect(numberSlug('news', 2)).toBe('news-2');
    expect(numberSlug('a'.repeat(80), 12)).toBe(`${'a'.repeat(77)}-12`);
  });
});
