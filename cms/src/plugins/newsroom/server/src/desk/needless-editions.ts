import type { Observation } from './shown-version';

/** So many of the newest are kept, needed or not. */
const kept = 200;

/**
 * The seen editions from which no standing is made: those before the site was of another history, and those that hold
 * nothing back that the one before did not, and in which no state was first seen that is still the newest of its version.
 * What is left gives the same standings.
 *
 * @param seen oldest first
 * @param newest the seqs of the newest state of each version, in ascending order
 */
export function needlessEditions<T extends Observation>(seen: T[], newest: number[], epoch: string): T[] {
  const old = seen.slice(0, -kept);
  // Since when something is live is asked back to the last edition of another history.
  const begin = old.findLastIndex((one) => one.epoch !== epoch) + 1;
  const needless = old.slice(0, begin);
  let before: T | undefined;
  for (const one of old.slice(begin)) {
    if (before !== undefined && isLike(one, before) && !hasBetween(newest, before.seq, one.seq)) needless.push(one);
    else before = one;
  }
  return needless;
}

function isLike(one: Observation, before: Observation): boolean {
  return one.seq >= before.seq && one.heldCount === before.heldCount && JSON.stringify(one.held) === JSON.stringify(before.held);
}

/** Whether a number lies after one and up to another. @param numbers in ascending order */
function hasBetween(numbers: number[], after: number, upTo: number): boolean {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= after) low = middle + 1;
    else high = middle;
  }
  return low < numbers.length && (numbers[low] ?? 0) <= upTo;
}
