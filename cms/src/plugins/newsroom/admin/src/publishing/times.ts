import { localDay, officeTimeZone } from '@newsroom/shared/local-time';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { type Say, useSay } from './say';

/** Instants (ISO 8601, UTC) as words, by the office's clock. */
export interface Times {
  /** @example 'at 14:02'; 'on 21 November at 14:02' where that is not today */
  at(instant: string): string;
  /** @example 'since 14:02' */
  since(instant: string): string;
  /** @example '14:02'; '21 November, 14:02' where that is not today */
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
export function timesFor(say: Say, { locale, zone, now }: Place): Times {
  const language = locale === 'en' ? 'en-GB' : locale;
  const clock = (instant: string) => {
    const read = (timeZone: string) => write(language, instant, { timeZone, hour: '2-digit', minute: '2-digit' });
    const time = read(officeTimeZone);
    return time === read(zone) ? time : say('newsroom.time.zone', { time });
  };
  const day = (instant: string) => {
    const isThisYear = localDay(instant).slice(0, 4) === localDay(now()).slice(0, 4);
    return write(language, instant, { day: 'numeric', month: 'long', year: isThisYear ? undefined : 'numeric' });
  };
  const isToday = (instant: string) => localDay(instant) === localDay(now());
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return {
    at: (instant) =>
      isToday(instant)
        ? say('newsroom.time.at', { time: clock(instant) })
        : say('newsroom.time.atDay', { day: day(instant), time: clock(instant) }),
    since: (instant) =>
      isToday(instant)
        ? say('newsroom.time.since', { time: clock(instant) })
        : say('newsroom.time.sinceDay', { day: day(instant), time: clock(instant) }),
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
