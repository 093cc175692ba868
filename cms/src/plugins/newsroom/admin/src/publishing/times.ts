import { localDay, officeTimeZone } from '@newsroom/shared/local-time';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { type Say, useSay } from './say';

/** Instants (ISO 8601, UTC) as words, by the office's clock. */
export interface Times {
  /** The name of the office's zone, where whoever reads this lives by another clock; else null. */
  zone: string | null;
  /** @example 'at 14:02'; 'on 21 November at 14:02' where that is not today */
  at(instant: string): string;
  /** @example 'since 14:02' */
  since(instant: string): string;
  /** For tables, which name the zone themselves. @example '14:02'; '21 November, 14:02' where that is not today */
  moment(instant: string): string;
  /** @example '21 November' */
  day(instant: string): string;
  /** @param milliseconds how long something took @example '4.2 s' */
  span(milliseconds: number): string;
}

interface Place {
  /** The language of the admin. */
  locale: string;
  /** The zone by whose clock whoever reads this lives; the office's is named where the two differ. */
  zone: string;
  /** The present instant. */
  now(): string;
}

/** The words for times, for somebody who reads them at a place. */
export function timesFor(say: Say, { locale, zone: here, now }: Place): Times {
  const language = locale === 'en' ? 'en-GB' : locale;
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const clock = (instant: string, timeZone: string = officeTimeZone) =>
    write(language, instant, { timeZone, hour: '2-digit', minute: '2-digit' });
  const zone = clock(now()) === clock(now(), here) ? null : say('newsroom.time.zone');
  const time = (instant: string) =>
    zone === null ? clock(instant) : say('newsroom.time.inZone', { time: clock(instant), zone });
  const isToday = (instant: string) => localDay(instant) === localDay(now());
  const day = (instant: string) => {
    const isThisYear = localDay(instant).slice(0, 4) === localDay(now()).slice(0, 4);
    const date = write(language, instant, { day: 'numeric', month: 'long', year: isThisYear ? undefined : 'numeric' });
    return date.replaceAll(' ', '\u00a0');
  };
  const told = (instant: string, word: 'at' | 'since') =>
    isToday(instant)
      ? say(`newsroom.time.${word}`, { time: time(instant) })
      : say(`newsroom.time.${word}Day`, { day: day(instant), time: time(instant) });
  return {
    zone,
    at: (instant) => told(instant, 'at'),
    since: (instant) => told(instant, 'since'),
    moment: (instant) => (isToday(instant) ? clock(instant) : `${day(instant)}, ${clock(instant)}`),
    day,
    span: (milliseconds) =>
      milliseconds < 60_000
        ? say('newsroom.time.seconds', { seconds: seconds.format(milliseconds / 1000) })
        : say('newsroom.time.minutes', {
            minutes: Math.floor(milliseconds / 60_000),
            seconds: Math.floor((milliseconds % 60_000) / 1000),
          }),
  };
}

export function useTimes(): Times {
  const say = useSay();
  const { locale } = useIntl();
  return useMemo(() => timesFor(say, { locale, zone: browserZone(), now: () => new Date().toISOString() }), [say, locale]);
}

function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function write(
  language: string,
  instant: string,
  options: { [Option in keyof Intl.DateTimeFormatOptions]: Intl.DateTimeFormatOptions[Option] | undefined },
): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: officeTimeZone,
    hourCycle: 'h23',
    ...options,
  } as Intl.DateTimeFormatOptions).format(new Date(instant));
}
