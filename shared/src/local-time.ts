import { z } from 'zod';

/** The office's time zone, by name: it was six hours ahead of UTC until 1 March 2024 and is five since. */
export const officeTimeZone = 'Asia/Almaty';

/** An instant in UTC with milliseconds, as the feed writes them. */
export const instantSchema = z.iso.datetime({ precision: 3 });

/** A day of the office's calendar, `2022-06-05`. */
export const localDaySchema = z.iso.date();

/** A month of the office's calendar, `2022-06`. */
export const localMonthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const parts = new Intl.DateTimeFormat('en', {
  timeZone: officeTimeZone,
  calendar: 'iso8601',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The office's calendar day at an instant. @example localDay('2022-06-04T20:00:00.000Z') // => '2022-06-05' */
export function localDay(instant: string): string {
  const found = Object.fromEntries(parts.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  return `${found.year?.padStart(4, '0')}-${found.month}-${found.day}`;
}

/** The office's calendar month at an instant. @example localMonth('2022-06-30T20:00:00.000Z') // => '2022-07' */
export function localMonth(instant: string): string {
  return localDay(instant).slice(0, 7);
}

/** Whole calendar days from one local day to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

/** The local day that lies a number of days after (or, negative, before) another. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
