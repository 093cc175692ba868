import { largestCount } from '@newsroom/shared/daily-metrics';
import fc from 'fast-check';
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

describe('a list that went through other programs', () => {
  const row = (text: string) => readOutsideList(text);
  const news = (views: number) => ({ rows: [{ rank: 1, title: 'Новость', views, comments: 0, reactions: 2 }], faults: [] });

  it.each([
    ['spaces that do not break', '4\u00a0998'],
    ['thin spaces', '4\u2009998'],
    ['commas', '4,998'],
    ['points', '4.998'],
    ['apostrophes', '4’998'],
    ['Arabic digits', '٤٩٩٨'],
    ['digits as wide as Chinese letters', '４９９８'],
  ])('has its thousands in %s', (_, count) => {
    expect(row(`1Новость\n- ${count}\n- 0\n- 2`)).toEqual(news(4998));
  });

  it('has thousands in each of its counts', () => {
    expect(row('1Новость\n- 4 998\n- 1 200\n- 2 001').rows[0]).toMatchObject({ views: 4998, comments: 1200, reactions: 2001 });
  });

  it.each(['–', '—', '−', '‑', '•', '·', '*'])('begins its counts with %s', (dash) => {
    expect(row(`1Новость\n${dash} 17\n${dash}\t0\n${dash}\u00a02\n${dash}`)).toEqual(news(17));
  });

  it.each(['\v', '\u0085', '\u2028', '\u2029', '\r'])('parts its lines by %j', (end) => {
    expect(row(['1Новость', '- 17', '- 0', '- 2'].join(end))).toEqual(news(17));
  });

  it('has marks at the ends of lines that nobody sees', () => {
    expect(row('\u200e\ufeff1Новость\u200b\n\u200f- 17\u200e\n\u2060- 0\n- 2\u00ad')).toEqual(news(17));
  });

  it.each([
    '1️⃣ Новость',
    '１ Новость',
    '①Новость',
    '❶ Новость',
    '١Новость',
    '1. Новость',
    '1) Новость',
    '1 — Новость',
    '1: Новость',
  ])('has its rank as in "%s"', (head) => {
    expect(row(`${head}\n- 17\n- 0\n- 2`)).toEqual(news(17));
  });

  it('has keycaps for ranks of two digits, too', () => {
    const heads = ['1️⃣', '2️⃣', '3️⃣', '4️⃣', '5️⃣', '6️⃣', '7️⃣', '8️⃣', '9️⃣', '🔟', '1️⃣1️⃣', '1️⃣2️⃣'];
    const { rows, faults } = row(heads.map((head) => `${head}Новость\n- 1\n- 0\n- 2`).join('\n-\n'));
    expect(faults).toEqual([]);
    expect(rows.map(({ rank, title }) => `${rank} ${title}`)).toEqual(heads.map((_, index) => `${index + 1} Новость`));
  });
});

describe('counts that are none', () => {
  it.each(['−5', '- 4.99', '- 4,9988', '- 1 2345', '- 1,234.567', '- 0 123', '- 4,5 тыс.', '- 1e3', '- 99999999999', '- ½'])(
    '%s is refused',
    (count) => {
      const { rows, faults } = readOutsideList(`1Новость\n- 17\n${count}\n- 2`);
      expect({ rows, lines: faults.map((fault) => fault.line) }).toEqual({ rows: [], lines: [3] });
    },
  );
});

describe('ranks that cannot be told from the title', () => {
  const first = '1Новость\n- 17\n- 0\n- 2\n-\n';

  it.each(['2.5 миллиона избирателей', '2-й тур', '2% за день', '22', '2️⃣1️⃣ участок', '1 Новость'])('%s is refused', (head) => {
    const { rows, faults } = readOutsideList(`${first}${head}\n- 1\n- 0\n- 2`);
    expect(rows).toHaveLength(1);
    expect(faults).toEqual([{ line: 6, message: expect.stringContaining('Row 2 was expected here') }]);
  });

  it.each([
    ['2 2.5 миллиона', '2.5 миллиона'],
    ['2. 2-й тур', '2-й тур'],
    ['2 2', '2'],
    ['2️⃣ 100 участков', '100 участков'],
    ['2①', '①'],
  ])('%s is clear', (head, title) => {
    expect(readOutsideList(`${first}${head}\n- 1\n- 0\n- 2`)).toMatchObject({ rows: [{}, { title }], faults: [] });
  });
});

describe('any list', () => {
  it('is read back as it was written, whatever its titles and counts', () => {
    const title = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => `x${text.replace(/[\s\p{C}]/gu, ' ')}x`);
    const count = fc.nat(largestCount);
    fc.assert(
      fc.property(fc.array(fc.tuple(title, count, count, count), { minLength: 1, maxLength: 30 }), (rows) => {
        const text = rows.map(([head, ...counts], index) => `${index + 1}${head}\n${counts.map((n) => `- ${n}`).join('\n')}`);
        expect(readOutsideList(text.join('\n-\n'))).toEqual({
          rows: rows.map(([title, views, comments, reactions], index) => ({
            rank: index + 1,
            title,
            views,
            comments,
            reactions,
          })),
          faults: [],
        });
      }),
    );
  });

  it('is read or explained, whatever the text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('1a', '2b', '- 1', '-', '10', '1️⃣', '- x'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { rows, faults } = readOutsideList(lines.join('\n'));
        expect(rows.length + faults.length).toBeGreaterThan(0);
        expect(rows.every(({ title, views }) => title !== '' && Number.isInteger(views))).toBe(true);
      }),
    );
  });
});
