import { type LeftOut, type LeftOutReason, leftOutReasons } from '@newsroom/shared/collected-day';
import type { Collected, CollectedDay } from './collector.ts';

/** What was counted, for the person at the terminal. @param isTrial whether nobody is told */
export function describeCollected(collected: Collected, isTrial: boolean): string {
  const { days, lines, faults, faultCount, unknown, unknownCount, notes } = collected;
  const more = (all: number, shown: number) => (all > shown ? [`  and ${all - shown} more`] : []);
  return [
    `${lines} lines read.${isTrial ? ' Nothing is kept, and nobody is told.' : ''}`,
    ...days.flatMap(describeDay),
    ...(faultCount === 0 ? [] : [`${faultCount} lines could not be counted for what they are:`]),
    ...faults.map(({ file, line, message }) => `  ${file}${line === 0 ? '' : `, line ${line}`}: ${message}`),
    ...more(faultCount, faults.length),
    ...(unknown.length === 0 ? [] : ['Addresses like those of releases that belong to none:']),
    ...unknown.map(({ address, count }) => `  ${String(count).padStart(8)}  ${address}`),
    ...more(unknownCount, unknown.length),
    ...notes,
  ].join('\n');
}

function describeDay({ day, rows, leftOut, spikes }: CollectedDay): string[] {
  const sum = (what: 'views' | 'comments' | 'reactions') => rows.reduce((total, row) => total + row[what], 0);
  const counts = [`${sum('views')} views`, `${sum('comments')} comments`, `${sum('reactions')} reactions`];
  return [
    `${day}: ${counts.join(', ')}; left out: ${describeLeftOut(leftOut)}.`,
    ...spikes.map(
      ({ release, language, asked, counted, networks }) =>
        `  ! ${release} (${language}): ${networks} ${networks === 1 ? 'network' : 'networks'} asked ${asked} times, of which ${counted} count.`,
    ),
  ];
}

const words: Record<LeftOutReason, string> = {
  malformed: 'broken lines',
  'too-long': 'overlong lines',
  future: 'of a time to come',
  method: 'no GET',
  status: 'neither 200 nor 304',
  'other-page': 'no release',
  'unknown-address': 'no known address',
  'empty-agent': 'no program named',
  preview: 'previews of links',
  robot: 'robots',
  prefetch: 'fetched ahead',
  office: 'from the office',
  repeat: 'repeats within 30 s',
  'network-cap': 'above one network’s share',
};

function describeLeftOut(leftOut: LeftOut): string {
  const parts = leftOutReasons.flatMap((reason) =>
    leftOut[reason] === undefined ? [] : [`${leftOut[reason]} ${words[reason]}`],
  );
  return parts.join(', ') || 'nothing';
}
