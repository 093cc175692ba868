import { localDay, officeTimeZone } from '@newsroom/shared/local-time';

/** A day of the office's calendar: its first second, and the first of the next, since 1970. */
export interface OfficeDay {
  day: string;
  start: number;
  end: number;
}

const clock = new Intl.DateTimeFormat('en', {
  timeZone: officeTimeZone,
  hourCycle: 'h23',
  numberingSystem: 'latn',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The office's day at a time. @param time in seconds since 1970 */
export function officeDayAt(time: number): OfficeDay {
  const day = dayOf(time);
  let start = time - secondsOnTheClock(time);
  // Where clocks were set on that day, the hour before or after is the first, or the last.
  while (dayOf(start - 1) === day) start -= 1800;
  while (dayOf(start) !== day) start += 1800;
  let end = start + 86_400;
  while (dayOf(end) === day) end += 1800;
  while (dayOf(end - 1) !== day) end -= 1800;
  return { day, start, end };
}

function dayOf(time: number): string {
  return localDay(new Date(time * 1000).toISOString());
}

function secondsOnTheClock(time: number): number {
  const parts = clock.formatToParts(new Date(time * 1000)).map(({ type, value }) => [type, Number(value)]);
  const { hour = 0, minute = 0, second = 0 }: Record<string, number> = Object.fromEntries(parts);
  return (hour * 60 + minute) * 60 + second;
}
