/** The months as the combined format of logs names them, whatever the server's language. */
export const combinedMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A time as the combined format writes it.
 *
 * @param zoneHours how far the server's clock is ahead of UTC, from 0 to 14
 * @example (new Date('2026-11-27T17:10:05Z'), 5) // => '27/Nov/2026:22:10:05 +0500'
 */
export function combinedTime(time: Date, zoneHours: number): string {
  const at = new Date(time.getTime() + zoneHours * 3_600_000);
  const two = (number: number) => String(number).padStart(2, '0');
  const date = [two(at.getUTCDate()), combinedMonths[at.getUTCMonth()], at.getUTCFullYear()].join('/');
  const clock = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':');
  return `${date}:${clock} +${two(zoneHours)}00`;
}
