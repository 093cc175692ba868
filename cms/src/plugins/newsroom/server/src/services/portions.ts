/** How many values one statement takes: databases allow a few hundred parameters at the least. */
const portion = 100;

/** A list in parts that fit into one statement each. */
export function* inPortions<T>(list: readonly T[]): Generator<T[]> {
  for (let start = 0; start < list.length; start += portion) yield list.slice(start, start + portion);
}
