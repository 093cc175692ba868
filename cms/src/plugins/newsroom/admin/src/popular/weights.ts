/** What a fresh view weighs: weights and scores are whole numbers of its 2^-32. */
const unit = 2n ** 32n;

/** How many decimals of a weight people see. */
const decimals = 10_000n;

/** A weight, or a score, as a number of fresh views, cut after four decimals. @example '3037000499' // => 0.7071 */
export function inViews(exact: string): number {
  return Number((BigInt(exact) * decimals) / unit) / Number(decimals);
}
