/** The places of a version's corrections in the editor's list, by the time of the corrections. */
export function correctionsByTime(corrections: unknown): number[] {
  const times = Array.isArray(corrections) ? corrections.map((one: { at?: unknown }) => String(one.at ?? '')) : [];
  return times.map((_, place) => place).sort((a, b) => (times[a] ?? '').localeCompare(times[b] ?? '') || a - b);
}
