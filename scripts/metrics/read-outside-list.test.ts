import { describe, expect, it } from 'vitest';
import { readOutsideList } from './read-outside-list.ts';

/** A list in the form in which such lists come, with the rows that it holds. */
const list = `Обзор недели, составленный 3 марта
12 редакций прислали свои цифры.
1🗳 Как проверить себя в списке избирателей
- 5120
- 4
- 27
-
2⚡️Участки открылись в семь утра
- 4 998
- 0
- 11
-
3🇰🇿 Қала күні: бағдарлама
- 310
- 2
- 0`;

describe('a list in the usual form', () => {
  it('gives its rows in the given order, titles with their emoji, prose skipped', () => {
    expect(readOutsideList(list)).toEqual({
      rows: [
        { rank: 1, title: '🗳 Как проверить себя в списке избирателей', views: 5120, comments: 4, reactions: 27 },
        { rank: 2, title: '⚡️Участки открылись в семь утра', views: 4998, comments: 0, reactions: 11 },
        { rank: 3, title: '🇰🇿 Қала күні: бағдарлама', views: 310, comments: 2, reactions: 0 },
      ],
      faults: [],
    });
  });

  it('reads the same from a file with Windows line ends, a byte order mark and blank lines', () => {
    expect(readOutsideList(`\ufeff${list.replaceAll('\n-\n', '\n\n-\n').replaceAll('\n', '\r\n')}`)).toEqual(
      readOutsideList(list),
    );
  });

  it('does not take prose that begins with a 1 for row 1', () => {
    expect(readOutsideList(`1 марта все спокойно\n${list}`).rows).toHaveLength(3);
  });

  it('does not take a list in the prose for row 1', () => {
    expect(readOutsideList(`1 марта было важным:\n- открылись участки\n- прошёл брифинг\n${list}`).rows).toHaveLength(3);
  });

  it('skips a closing text without counts', () => {
    expect(readOutsideList(`${list}\nИсточник: редакция`)).toEqual(readOutsideList(list));
  });

  it('goes past nine: rank 10 is not rank 1', () => {
    const rows = Array.from({ length: 12 }, (_, index) => `${index + 1}📌Новость\n- ${index}\n- 1\n- 2`).join('\n-\n');
    expect(readOutsideList(rows).rows.map((row) => [row.rank, row.views])).toEqual(
      Array.from({ length: 12 }, (_, index) => [index + 1, index]),
    );
  });
});

describe('titles that begin with a number', () => {
  const row = (head: string) => readOutsideList(`${head}\n- 1\n- 2\n- 3`);

  it('keeps the number when a space parts it from the rank', () => {
    expect(row('1 100 участков').rows[0]?.title).toBe('100 участков');
  });

  it('keeps a keycap emoji behind the rank, and reads a rank that is written as one', () => {
    expect(row('12️⃣ новости').rows[0]?.title).toBe('2️⃣ новости');
    expect(row('1️⃣ новости').rows[0]?.title).toBe('новости');
  });

  it('asks for a space where rank and number cannot be told apart', () => {
    const faults = readOutsideList(`${list}\n-\n42024 год в цифрах\n- 1\n- 2\n- 3`).faults;
    expect(faults).toEqual([{ line: 18, message: expect.stringContaining('put a space behind the rank') }]);
  });
});

describe('malformed rows', () => {
  const broken = (change: (text: string) => string) => readOutsideList(change(list)).faults;

  it.each([
    [
      'a count that is no number',
      (text: string) => text.replace('- 4 998', '- много'),
      9,
      'views of row 2 are not a whole number: "- много"',
    ],
    ['a negative count', (text: string) => text.replace('- 27', '- -27'), 6, 'reactions of row 1 are not a whole number'],
    ['a missing count', (text: string) => text.replace('\n- 11', ''), 8, 'reactions of row 2 are missing'],
    ['a count too many', (text: string) => text.replace('- 11', '- 11\n- 12'), 12, 'Row 2 has more than three counts'],
    ['a missing title', (text: string) => text.replace('2⚡️Участки открылись в семь утра', '2'), 8, 'Row 2 has no title'],
    [
      'a rank that jumps',
      (text: string) => text.replace('3🇰🇿', '5🇰🇿'),
      13,
      'Row 3 was expected here, but the line begins with 5',
    ],
    ['a row without a rank', (text: string) => text.replace('2⚡️', '⚡️'), 8, 'Row 2 was expected here'],
  ])('%s is reported with its line', (_, change, line, message) => {
    expect(broken(change)).toEqual([{ line, message: expect.stringContaining(message) }]);
  });

  it('are all reported, and the good rows between them are still read', () => {
    const { rows, faults } = readOutsideList(list.replace('- 5120', '- ?').replace('- 310', '- !'));
    expect(faults.map((fault) => fault.line)).toEqual([4, 14]);
    expect(rows.map((row) => row.rank)).toEqual([2]);
  });

  it('a text without any list says so', () => {
    expect(readOutsideList('Только текст.\n1 строка').faults[0]?.message).toContain('No list was found');
  });
});
