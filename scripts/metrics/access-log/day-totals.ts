import { type LeftOut, leftOutReasons, type Spike } from '@newsroom/shared/collected-day';
import { isLanguage } from '@newsroom/shared/languages';
import type { DayCount } from './day-count.ts';
import { networkCap } from './network-cap.ts';
import type { PageIndex } from './page-index.ts';
import { type ClosedDay, nothingClosed } from './state.ts';

/** So many releases with networks above their share are told of a day. */
const toldSpikes = 50;

/** Makes numbers of readers: how many views of each page count, when no network has more than its share. */
export function totalsOf(day: DayCount, pages: PageIndex): ClosedDay {
  const views: Record<string, number> = {};
  const spikes: Spike[] = [];
  let [asked, counted] = [0, 0];
  for (const [page, byNetwork] of day.readers.byPageAndNetwork()) {
    const cap = networkCap(byNetwork.values());
    const name = pages.nameOf(page);
    const above = { asked: 0, counted: 0, networks: 0 };
    let ofPage = 0;
    for (const each of byNetwork.values()) {
      asked += each;
      ofPage += Math.min(each, cap);
      if (each <= cap) continue;
      above.asked += each;
      above.counted += cap;
      above.networks += 1;
    }
    counted += ofPage;
    views[name] = ofPage;
    const [release = '', language] = name.split(' ');
    if (above.networks > 0 && isLanguage(language)) spikes.push({ release, language, ...above });
  }
  const leftOut = sumOfLeftOut(day.leftOut, positive({ repeat: day.requests - asked, 'network-cap': asked - counted }));
  return { views, leftOut, spikes: largestFirst(spikes) };
}

/** A day that was counted in two parts, of which one closed before the other came. */
export function sumOfTotals(one: ClosedDay, other: ClosedDay): ClosedDay {
  if (one === nothingClosed) return other;
  const views = { ...one.views };
  for (const [page, count] of Object.entries(other.views)) views[page] = (views[page] ?? 0) + count;
  return { views, leftOut: sumOfLeftOut(one.leftOut, other.leftOut), spikes: largestFirst([...one.spikes, ...other.spikes]) };
}

function largestFirst(spikes: readonly Spike[]): Spike[] {
  return spikes.toSorted((a, b) => b.asked - a.asked || (a.release < b.release ? -1 : 1)).slice(0, toldSpikes);
}

function sumOfLeftOut(one: LeftOut, other: LeftOut): LeftOut {
  return positive(Object.fromEntries(leftOutReasons.map((reason) => [reason, (one[reason] ?? 0) + (other[reason] ?? 0)])));
}

function positive(counts: LeftOut): LeftOut {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
