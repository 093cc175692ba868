import { officeTimeZone } from '@newsroom/shared/local-time';
import { Failure } from '../machine/failure.ts';

const form = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

const examples = `2024-11-01T09:00:00+05:00, or 2024-11-01T09:00 for a time of ${officeTimeZone}`;

/**
 * Reads the time that a person gives: an instant with its offset, or a time of the office's clocks.
 *
 * @param now the instant after which nothing can have happened
 * @returns the instant in UTC with milliseconds
 * @throws Failure for what is no time, lies ahead, or stands on the office's clocks twice or never
 * @example ('2024-11-01T09:00', now) // => '2024-11-01T04:00:00.000Z'
 */
export function readTime(text: string, now: Date): string {
  const [, day = '', minutes = '', seconds = '00', fraction = '', offset] = form.exec(text.trim()) ?? [];
  const clock = `${day}T${minutes}:${seconds}.${fraction.padEnd(3, '0')}`;
  if (!isOnCalendar(clock)) throw new Failure(`"${text}" is no time. Write it as ${examples}.`);
  const instant = offset === undefined ? fromOfficeClock(clock, text) : fromOffset(clock, offset, text);
  if (instant > now.getTime())
    throw new Failure(`The time ${text} lies ahead (it is ${now.toISOString()}). A list cannot come from the future.`);
  return new Date(instant).toISOString();
}

/** Whether such a day and hour exist: 30 February is read as 1 March by nobody but computers. */
function isOnCalendar(clock: string): boolean {
  const time = Date.parse(`${clock}Z`);
  return !Number.isNaN(time) && new Date(time).toISOString() === `${clock}Z`;
}

function fromOffset(clock: string, offset: string, text: string): number {
  const instant = Date.parse(clock + offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(instant)) throw new Failure(`"${text}" has an offset that does not exist. Write it as ${examples}.`);
  return instant;
}

/** The instant at which the office's clocks show this. The zone's offset changed over the years, so it is asked for. */
function fromOfficeClock(clock: string, text: string): number {
  const asUtc = Date.parse(`${clock}Z`);
  const day = 86_400_000;
  const offsets = new Set([offsetAt(asUtc - day), offsetAt(asUtc + day)]);
  const instants = [...offsets].map((offset) => asUtc - offset).filter((instant) => instant + offsetAt(instant) === asUtc);
  const [first, second] = instants;
  if (first !== undefined && second === undefined) return first;
  throw new Failure(
    `The clocks of ${officeTimeZone} showed ${text} ${first === undefined ? 'at no time' : 'twice'}, since they were changed then. Give the time with its offset, as in 2024-11-01T09:00:00+05:00.`,
  );
}

const zone = new Intl.DateTimeFormat('en', { timeZone: officeTimeZone, timeZoneName: 'longOffset' });

/** How far the office's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number): number {
  const name = zone.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes, seconds] = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(name) ?? [];
  const ahead = ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === '-' ? -ahead : ahead;
}
