/** So many views of a release in a language on a day count from any one network, however few others there are. */
const always = 20;

/** Above that, one network has at most this part of what counts: one in so many. */
const share = 10;

/**
 * How many views of one release, in one language, on one day, one network may count: the smallest whole number c of
 * at least 20 that is not below a tenth of what counts then, c = max(20, ⌊Σ min(viewsₙ, c) / 10⌋). It is reached from
 * 20 upwards, so that networks above their share do not vouch for each other beyond what the others read.
 *
 * A network is what the first 24 bits of an IPv4 address name, or the first 48 of an IPv6 address.
 *
 * @param views those of each network
 * @example ([1_000_000, ...Array(500).fill(1)]) // => 55
 */
export function networkCap(views: Iterable<number>): number {
  const large = [...views];
  const total = (cap: number) => large.reduce((sum, each) => sum + Math.min(each, cap), 0);
  let cap = always;
  for (;;) {
    const next = Math.max(always, Math.floor(total(cap) / share));
    if (next === cap) return cap;
    cap = next;
  }
}
