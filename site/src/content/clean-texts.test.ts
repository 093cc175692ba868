import { describe, expect, test } from 'vitest';
import { cleanTexts } from './clean-texts.ts';

describe('a text that came with the feed', () => {
  test.each([
    ['control characters', 'a\u0000\u0008\u001b[31m\u007f\u0085b', 'a[31mb'],
    ['code points that are no characters', 'a\ufffe\uffff\ufdd0\u{1fffe}b', 'ab'],
    ['a mark of the byte order', '\ufeffa', 'a'],
    ['an override of direction', 'report\u202efdp.exe', 'reportfdp.exe'],
  ])('loses %s', (_, text, clean) => {
    expect(cleanTexts({ title: [text] })).toEqual({ title: [clean] });
  });

  test('keeps ends of lines, joiners, isolates, combining marks and all scripts', () => {
    const text = 'a\tb\r\nc\u2028 👩‍👩‍👧 \u2066بيان\u2069 \u200f e\u0301 𒀀 ქართული';
    expect(cleanTexts(text)).toBe(text);
  });

  test('shows where half a pair of code units was', () => {
    expect(cleanTexts('a\ud800b')).toBe('a\ufffdb');
  });
});
