/** What stands at the beginning of a row: its rank and, behind it, its title. */
export type Head =
  /** The line begins with the rank that was expected. */
  | { kind: 'row'; title: string }
  /** It begins with another number, or with one that cannot be told from the title. */
  | { kind: 'other'; rank: number }
  /** It begins with no number at all. */
  | { kind: 'text' };

/**
 * Reads a line's rank, whatever digits it is written in (`1`, `１`, `1️⃣`, `①`), and the title glued to it. A digit
 * of the same form right behind the rank belongs to another rank; one of another form begins the title.
 *
 * @example readHead('12️⃣ новости', 1) // => { kind: 'row', title: '2️⃣ новости' }
 */
export function readHead(line: string, expected: number): Head {
  const found = firstNumber(line);
  if (found === undefined) return { kind: 'text' };
  if (found.value !== expected) return { kind: 'other', rank: found.value };
  const rest = line.slice(found.length).replace(betweenRankAndTitle, '');
  // "1.5 million", "1-й тур": the number may be the title's own.
  return belongsToNumber.test(rest) ? { kind: 'other', rank: found.value } : { kind: 'row', title: rest.trim() };
}

const betweenRankAndTitle = /^(?:[.):]+(?!\d)\s*|\s+[-–—]\s+)/;
const belongsToNumber = /^[.,:/%‰°-]/;

/** The forms in which ranks are written, each with what one number in it looks like. */
const forms: { pattern: RegExp; value: (match: string) => number }[] = [
  { pattern: /^(?:\p{Nd}\ufe0f?\u20e3\ufe0f?)+/u, value: (match) => numberFrom(match) },
  { pattern: /^\u{1f51f}\ufe0f?/u, value: () => 10 },
  // Keycaps are no part of plain digits: what is enclosed begins the title.
  { pattern: /^(?:\p{Nd}(?!\ufe0f?\u20e3)){1,6}(?!\p{Nd}(?!\ufe0f?\u20e3))/u, value: (match) => numberFrom(match) },
  { pattern: /^[①-⑳]/u, value: (match) => Number(match.normalize('NFKC')) },
  { pattern: /^[❶-➓]/u, value: (match) => (((match.codePointAt(0) ?? 0) - 0x2776) % 10) + 1 },
];

function firstNumber(line: string): { value: number; length: number } | undefined {
  for (const { pattern, value } of forms) {
    const match = pattern.exec(line)?.[0];
    if (match !== undefined) return { value: value(match), length: match.length };
  }
  return undefined;
}

function numberFrom(text: string): number {
  return Number(plainDigits(text).replace(/\D/g, ''));
}

/** The text with the decimal digits of every script written as 0 to 9. @example '４٣' // => '43' */
export function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Unicode keeps the digits of a script in a row from zero to nine, and some such rows beside one another. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}
