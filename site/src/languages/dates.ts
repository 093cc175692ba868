import { describeLanguage, type Language } from '@newsroom/shared/languages';
import { officeTimeZone } from '@newsroom/shared/local-time';

/** A text for people beside the same time for machines, as `<time>` wants it. */
export interface FormattedTime {
  text: string;
  datetime: string;
}

/** A day of the office's calendar. @example formatDay('ru', '2022-06-05').text // => '5 июня 2022 г.' */
export function formatDay(language: Language, day: string): FormattedTime {
  return { text: writer(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)), datetime: day };
}

/** Days in a row, both ends included. @example formatDays('en', '2022-05-30', '2022-06-05') // => '30 May – 5 June 2022' */
export function formatDays(language: Language, first: string, last: string): string {
  return writer(language, { dateStyle: 'long', timeZone: 'UTC' }).formatRange(
    new Date(`${first}T00:00:00Z`),
    new Date(`${last}T00:00:00Z`),
  );
}

/** An instant as day and time of the office's clock. */
export function formatInstant(language: Language, instant: string): FormattedTime {
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone: officeTimeZone } as const;
  return { text: writer(language, options).format(new Date(instant)), datetime: instant };
}

/** The day of an instant by the office's clock. */
export function formatDayOfInstant(language: Language, instant: string): FormattedTime {
  return { text: writer(language, { dateStyle: 'long', timeZone: officeTimeZone }).format(new Date(instant)), datetime: instant };
}

/** A month with its year. @example formatMonth('en', '2022-06').text // => 'June 2022' */
export function formatMonth(language: Language, month: string): FormattedTime {
  const options = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return { text: writer(language, options).format(new Date(`${month}-01T00:00:00Z`)), datetime: month };
}

/** A month's name alone, as a list below its year shows it. */
export function formatMonthName(language: Language, month: string): FormattedTime {
  const text = writer(language, { month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
  return { text, datetime: month };
}

const writers = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes a hundred times as long as using it, and each is used for thousands of pages. */
function writer(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = writers.get(key) ?? new Intl.DateTimeFormat(describeLanguage(language).intl, options);
  writers.set(key, known);
  return known;
}
