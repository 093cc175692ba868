import { type Evidence, type Findings, keyOf, nothingFound } from './evidence.ts';

/**
 * A new link of a judged version to an address where nothing is holds the version. One that was there before, or led
 * somewhere until now, is drawn as text and only told: what goes must be able to go.
 */
export function checkDeadLinks({ account, wasLive, livePages, judged }: Evidence): Findings {
  const judgedKeys = new Set(judged.map(keyOf));
  const findings: Findings = { ...nothingFound, holds: [], warnings: [] };
  for (const { key, fault, path, isNew } of account.deadLinks) {
    // Before the first edition there is no good state that could stay in its place.
    if (livePages > 0 && isNew && !wasLive(path) && judgedKeys.has(keyOf(key))) findings.holds.push({ ...key, fault });
    else findings.warnings.push({ ...key, fault });
  }
  return findings;
}
