/** The value below which such a share of them lies; 0 where there is none. @example quantile([3, 1, 2], 0.5) // => 2 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
