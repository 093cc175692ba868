import { describe, expect, test } from 'vitest';
import { countsInWords, movementOf } from './popular-item.ts';

/** Numbers are grouped by a no-break space in Kazakh and Russian. */
const nbsp = '\u00a0';

describe('counts in words', () => {
  test.each([
    ['kk', 1, '1 қаралым, 1 пікір, 1 реакция'],
    ['kk', 12415, `12${nbsp}415 қаралым, 12${nbsp}415 пікір, 12${nbsp}415 реакция`],
    ['ru', 1, '1 просмотр, 1 комментарий, 1 реакция'],
    ['ru', 3, '3 просмотра, 3 комментария, 3 реакции'],
    ['ru', 11, '11 просмотров, 11 комментариев, 11 реакций'],
    ['ru', 2021, `2${nbsp}021 просмотр, 2${nbsp}021 комментарий, 2${nbsp}021 реакция`],
    ['en', 0, '0 views, 0 comments, 0 reactions'],
    ['en', 1, '1 view, 1 comment, 1 reaction'],
    ['en', 2415, '2,415 views, 2,415 comments, 2,415 reactions'],
  ] as const)('%s, %d', (language, number, words) => {
    expect(countsInWords(language, { views: number, comments: number, reactions: number })).toBe(words);
  });
});

describe('how a release moved', () => {
  test.each([
    ['en', 1, 3, '▲ 2', '2 places up since the day before'],
    ['en', 2, 1, '▼ 1', '1 place down since the day before'],
    ['en', 4, 4, '=', 'Same place as the day before'],
    ['en', 1, null, undefined, 'New'],
    ['ru', 1, 6, '▲ 5', 'На 5 мест выше, чем днём раньше'],
    ['ru', 22, 1, '▼ 21', 'На 21 место ниже, чем днём раньше'],
    ['kk', 1, 2, '▲ 1', 'Алдыңғы күннен 1 орынға жоғары'],
    ['kk', 2, null, undefined, 'Жаңа'],
  ] as const)('%s, %s after %s', (language, rank, rankBefore, sign, words) => {
    expect(movementOf({ rank, rankBefore }, language)).toEqual({ sign, words });
  });
});
