import { largestCount } from '@newsroom/shared/daily-metrics';
import { isLanguage, languages } from '@newsroom/shared/languages';
import { localDay, localDaySchema } from '@newsroom/shared/local-time';
import type { AddressTable, CountedPage } from '../addresses/address-table.ts';
import type { CountedRow } from '../collector.ts';
import { printable } from '../printable.ts';

/** The columns of a row of counts: the day, what was read, and how often. */
export const rowColumns = ['day', 'address', 'document', 'language', 'views', 'comments', 'reactions'] as const;

/** A row as it stands in a file; what is missing is undefined or empty. */
export type WrittenRow = Partial<Record<(typeof rowColumns)[number], unknown>>;

/** What a row comes to. */
export type ReadRow =
  | { kind: 'counted'; day: string; row: CountedRow }
  /** Its address belongs to no release. */
  | { kind: 'unknown'; day: string; address: string }
  | { kind: 'future'; message: string }
  | { kind: 'malformed'; message: string };

/** Reads a row of counts: of the page at an address of the site, or of a document in a language. */
export function readRow(written: WrittenRow, addresses: AddressTable, now: Date): ReadRow {
  const day = text(written.day);
  if (!localDaySchema.safeParse(day).success || day < '1971')
    return malformed(`"${printable(day, 40)}" is no day such as 2026-11-27`);
  const counts = ['views', 'comments', 'reactions'] as const;
  const [views, comments, reactions] = counts.map((name) => countIn(written[name]));
  if (views === undefined || comments === undefined || reactions === undefined) {
    const wrong = counts.find((name) => countIn(written[name]) === undefined) ?? 'views';
    return malformed(`${wrong} is "${printable(text(written[wrong]), 40)}", which is no whole number from 0 to ${largestCount}`);
  }
  if (day > localDay(now.toISOString())) return { kind: 'future', message: `${day} has not come yet` };
  const page = pageIn(written, addresses);
  if (typeof page === 'string') return malformed(page);
  if (page === undefined) return { kind: 'unknown', day, address: printable(text(written.address)) };
  return { kind: 'counted', day, row: { document: page.document, language: page.language, views, comments, reactions } };
}

/** @returns what is wrong, where the row names neither; undefined where there is no such page */
function pageIn(written: WrittenRow, addresses: AddressTable): Pick<CountedPage, 'document' | 'language'> | string | undefined {
  const [address, document, language] = [text(written.address), text(written.document), text(written.language)];
  if (address !== '') return addresses.at(pathOf(address));
  if (document === '') return 'it names neither an address nor a document';
  if (!/^[a-z0-9]{1,64}$/.test(document)) return `"${printable(document, 40)}" is no document`;
  if (!isLanguage(language)) return `the language is "${printable(language, 40)}"; it is one of ${languages.join(', ')}`;
  return { document, language };
}

/** @example 'https://example.org/kk/news/2026/11/example/?from=mail' // => '/kk/news/2026/11/example/' */
function pathOf(address: string): string {
  const path = address
    .replace(/^https?:\/\/[^/]*/i, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/index\.html$/, '/');
  const whole = path.endsWith('/') ? path : `${path}/`;
  try {
    return decodeURIComponent(whole);
  } catch {
    return whole;
  }
}

/** What is missing counts nothing. */
function countIn(value: unknown): number | undefined {
  const written = text(value);
  if (written === '') return 0;
  const count = /^\d{1,10}$/.test(written) ? Number(written) : Number.NaN;
  return count <= largestCount ? count : undefined;
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value).trim();
}

function malformed(message: string): ReadRow {
  return { kind: 'malformed', message };
}
