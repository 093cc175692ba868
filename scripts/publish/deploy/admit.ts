import type { Edition, Making } from '@newsroom/shared/edition';

/** An edition that is ready to go live. */
export interface Candidate {
  making: Making;
  /** The generation that was live here when it was begun, and that it was compared with; 0: none. */
  base: number;
  /** What the site says that it is where it is served, if that is not here. */
  elsewhere: Edition | null;
}

/**
 * Why an edition may not take the place of the live one, as a sentence; undefined where it may. Asked while nobody
 * else can switch. An edition replaces only the one that it was made after: so a publisher that was frozen, or raced
 * with another, never brings something back that was replaced meanwhile.
 */
export function objection(live: Edition | null, { making, base, elsewhere }: Candidate): string | undefined {
  const generation = live?.generation ?? 0;
  if (generation > base) return `Edition ${generation} went live while this one was made after edition ${base}.`;
  if (generation < base)
    return `The live edition is ${generation}, and this one was made after edition ${base}: somebody took editions away.`;
  const replaced = newerOf(live, elsewhere);
  if (replaced === null) return undefined;
  if (replaced.paused !== null)
    return `The site was rolled back to what it is by ${replaced.paused.by}; it stays so until it is released.`;
  // Another history is only ever taken in as a whole, and which one counts is what the CMS says.
  if (replaced.epoch !== making.epoch) return undefined;
  if (making.seq >= replaced.seq) return undefined;
  return `It holds what was published up to ${making.seq}, and the live edition ${replaced.generation} up to ${replaced.seq}.`;
}

/**
 * Of what is live here and elsewhere, what was switched to last. Two editions of one number come of a cache that missed
 * something: then readers have the one elsewhere.
 */
export function newerOf(here: Edition | null, elsewhere: Edition | null): Edition | null {
  if (here === null || elsewhere === null) return here ?? elsewhere;
  if (here.generation === elsewhere.generation) return here.at === elsewhere.at ? here : elsewhere;
  return elsewhere.generation > here.generation ? elsewhere : here;
}
