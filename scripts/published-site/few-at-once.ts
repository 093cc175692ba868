/** So many files are asked for at once. */
const atOnce = 8;

/** Reads something for each of many, few at a time, so that a site is not flooded. Its results have their order. */
export async function fewAtOnce<T, R>(all: readonly T[], read: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < all.length; at += atOnce) results.push(...(await Promise.all(all.slice(at, at + atOnce).map(read))));
  return results;
}
