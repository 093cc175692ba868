import type { Language } from '@newsroom/shared/languages';
import { officeTimeZone } from '@newsroom/shared/local-time';
import { madeOnce } from './made-once.ts';

/** A text for people beside the same time for machines, as `<time>` wants it. */
export interface FormattedTime {
  text: string;
  datetime: string;
}

/** A day of the office's calendar. @example formatDay('ru', '2022-06-05').text // => '5 июня 2022 г.' */
export function formatDay(language: Language, day: string): FormattedTime {
  return { text: calendarDays(language).format(new Date(`${day}T00:00:00Z`)), datetime: day };
}

/** Days in a row, both ends included. @example formatDays('en', '2022-05-30', '2022-06-05') // => '30 May – 5 June 2022' */
export function formatDays(language: Language, first: string, last: string): string {
  return calendarDays(language).formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`));
}

/** An instant as day and time of the office's clock. */
export function formatInstant(language: Language, instant: string): FormattedTime {
  return { text: officeTimes(language).format(new Date(instant)), datetime: instant };
}

/** The day of an instant by the office's clock. */
export function formatDayOfInstant(language: Language, instant: string): FormattedTime {
  return { text: officeDays(language).format(new Date(instant)), datetime: instant };
}

/** A month with its year: all releases of it name it. @example formatMonth('en', '2022-06').text // => 'June 2022' */
export function formatMonth(language: Language, month: string): FormattedTime {
  const name = `${language} ${month}`;
  const known = namedMonths.get(name) ?? { text: months(language).format(new Date(`${month}-01T00:00:00Z`)), datetime: month };
  namedMonths.set(name, known);
  return known;
}

/** A month's name alone, as a list below its year shows it. */
export function formatMonthName(language: Language, month: string): FormattedTime {
  const text = monthNames(language).format(new Date(`${month}-01T00:00:00Z`));
  return { text, datetime: month };
}

const namedMonths = new Map<string, FormattedTime>();
const calendarDays = writer({ dateStyle: 'long', timeZone: 'UTC' });
const officeDays = writer({ dateStyle: 'long', timeZone: officeTimeZone });
const officeTimes = writer({ dateStyle: 'long', timeStyle: 'short', timeZone: officeTimeZone });
const months = writer({ year: 'numeric', month: 'long', timeZone: 'UTC' });
const monthNames = writer({ month: 'long', timeZone: 'UTC' });

function writer(options: Intl.DateTimeFormatOptions): (language: Language) => Intl.DateTimeFormat {
  return madeOnce((tag) => new Intl.DateTimeFormat(tag, options));
}
