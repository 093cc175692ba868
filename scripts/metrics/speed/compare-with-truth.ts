import type { LeftOut } from '@newsroom/shared/collected-day';
import type { Collected } from '../collector.ts';
import type { Truth } from '../make-log/truth.ts';

/** What a collector counted otherwise than what is true, one sentence each; robots and makers of previews are one here. */
export function differences({ days }: Pick<Collected, 'days'>, truth: Truth): string[] {
  const counted = new Map<string, unknown>();
  for (const { day, rows, leftOut, spikes } of days) {
    for (const { document, language, views } of rows) counted.set(`${day} ${document} ${language}`, views);
    for (const [reason, count] of Object.entries(joined(leftOut))) counted.set(`${day} left out: ${reason}`, count);
    for (const { release, language, ...spike } of spikes) counted.set(`${day} spike of ${release} ${language}`, inWords(spike));
  }
  const wanted = new Map<string, unknown>();
  for (const { day, document, language, views } of truth.rows) wanted.set(`${day} ${document} ${language}`, views);
  for (const { day, ...leftOut } of truth.leftOut)
    for (const [reason, count] of Object.entries(joined(leftOut))) wanted.set(`${day} left out: ${reason}`, count);
  for (const { day, release, language, ...spike } of truth.spikes)
    wanted.set(`${day} spike of ${release} ${language}`, inWords(spike));
  return [...new Set([...wanted.keys(), ...counted.keys()])]
    .filter((name) => counted.get(name) !== wanted.get(name))
    .map((name) => `${name}: counted ${counted.get(name) ?? 'nothing'}, true is ${wanted.get(name) ?? 'nothing'}`);
}

function joined({ robot = 0, preview = 0, ...others }: LeftOut): Record<string, number> {
  return robot + preview > 0 ? { ...others, 'robot or preview': robot + preview } : others;
}

function inWords({ asked, counted, networks }: { asked: number; counted: number; networks: number }): string {
  return `${counted} of ${asked} from ${networks}`;
}
