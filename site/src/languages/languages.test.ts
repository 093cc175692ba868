import { describeLanguage, languages } from '@newsroom/shared/languages';
import { describe, expect, test } from 'vitest';
import { countryName } from './countries.ts';
import { formatDay, formatDays, formatInstant, formatMonth } from './dates.ts';
import { languageName } from './language-names.ts';
import { inAlphabeticalOrder } from './order.ts';
import { fill } from './phrases.ts';
import { wordsIn } from './words.ts';

describe.each(languages)('%s', (language) => {
  const words = wordsIn(language);

  test('has a phrase for each plural category of the language', () => {
    const categories = new Intl.PluralRules(describeLanguage(language).intl).resolvedOptions().pluralCategories;
    for (const plural of Object.values(words).filter((word) => typeof word === 'object' && 'other' in word && 'one' in word)) {
      expect(Object.keys(plural).sort()).toEqual([...categories].sort());
      for (const phrase of Object.values(plural)) expect(phrase).toContain('{n}');
    }
  });

  test('has no empty text, and the marks that are filled', () => {
    const marks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([mark]) => mark).sort();
    const english: Record<string, unknown> = { ...wordsIn('en') };
    for (const [name, text] of Object.entries(words)) {
      const own = typeof text === 'string' ? [text] : Object.values(text);
      for (const phrase of own) expect(phrase, name).toMatch(/\S/);
      if (typeof text === 'string') expect(marks(text), name).toEqual(marks(String(english[name])));
    }
    expect(fill(words.newsOfYear, { name: 'N', year: 'Y' })).toMatch(/N.*Y/);
  });
});

describe('the office’s clock', () => {
  test('was six hours ahead until 1 March 2024, and is five since', () => {
    expect(formatInstant('en', '2022-06-04T12:30:00.000Z').text).toBe('4 June 2022 at 18:30');
    expect(formatInstant('en', '2024-03-31T18:30:00.000Z').text).toBe('31 March 2024 at 23:30');
  });

  test('keeps the instant for machines', () => {
    expect(formatInstant('kk', '2022-06-04T12:30:00.000Z')).toEqual({
      text: '2022 ж. 4 маусым, 18:30',
      datetime: '2022-06-04T12:30:00.000Z',
    });
  });

  test('days and months are the calendar’s, whatever the zone of the machine', () => {
    expect(formatDay('ru', '2022-06-05').text).toBe('5 июня 2022 г.');
    expect(formatMonth('kk', '2022-06').text).toBe('2022 ж. маусым');
    expect(formatDays('kk', '2022-05-30', '2022-06-05').replaceAll(/\s/g, ' ')).toBe('2022 ж. 30 мамыр – 5 маусым');
  });
});

test('countries have the page’s language, and their own usage where it differs', () => {
  expect(countryName('kk', 'TR')).toBe('Түркия');
  expect(countryName('ru', 'KG')).toBe('Кыргызстан');
  expect(countryName('en', 'TR')).toBe('Türkiye');
  expect(countryName('kk', 'MD')).toBe('Молдова');
  expect(countryName('kk', 'KR')).toBe('Корея Республикасы');
  expect(countryName('ru', 'AE')).toBe('Объединённые Арабские Эмираты');
});

test('Kazakh letters stand at their place in the alphabet', () => {
  expect(inAlphabeticalOrder('kk', ['Я', 'Қ', 'К', 'Ә', 'А', 'І', 'Ы', 'Ө', 'О'], (text) => text).join('')).toBe('АӘКҚОӨЫІЯ');
});

test('all of the Kazakh alphabet is sorted as Kazakhs do', () => {
  const alphabet = 'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ';
  expect(inAlphabeticalOrder('kk', [...alphabet].toReversed(), (text) => text).join('')).toBe(alphabet);
});

test('a language is called by its name in the page’s', () => {
  expect(languageName('ru', 'kk')).toBe('казахский');
  expect(languageName('kk', 'ru')).toBe('орыс тілі');
});
