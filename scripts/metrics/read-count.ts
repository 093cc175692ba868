import { plainDigits } from './read-rank.ts';

const dashes = '\\-‐‑‒–—―−•·*';
const startsWithDash = new RegExp(`^[${dashes}]`);
const onlyDash = new RegExp(`^[${dashes}]$`);

/** Digits together, or in groups of three parted by one and the same sign. */
const wholeNumber = /^(?:\d{1,12}|[1-9]\d{0,2}(?:([ \u00a0\u2007\u2009\u202f.,'’])\d{3})(?:\1\d{3})*)$/;

/** Whether a line begins as the lines with counts do. */
export function isDashed(line: string | undefined): boolean {
  return line !== undefined && startsWithDash.test(line);
}

/** Whether a line is nothing but the dash that parts rows. */
export function isLoneDash(line: string): boolean {
  return onlyDash.test(line);
}

/** The count on a line that begins with a dash; undefined where it is no whole number of at least 0. */
export function readCount(line: string): number | undefined {
  if (/^−\p{Nd}/u.test(line)) return undefined; // a true minus, glued to its number
  const text = plainDigits(line.slice(1).trim());
  return wholeNumber.test(text) ? Number(text.replace(/\D/g, '')) : undefined;
}
