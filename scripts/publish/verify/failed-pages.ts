import { type Evidence, type Findings, keyOf, nothingFound } from './evidence.ts';

/** How much of a reason is told. */
const told = 300;

/** A page of a judged version that could not be drawn holds the version; any other refuses the edition. */
export function checkFailedPages({ account, judged }: Evidence): Findings {
  const judgedKeys = new Set(judged.map(keyOf));
  const findings: Findings = { ...nothingFound, holds: [], faults: [] };
  for (const { path, document, why } of account.failed) {
    if (document !== null && judgedKeys.has(keyOf(document)))
      findings.holds.push({ ...document, fault: { kind: 'not-drawn', path: path.slice(0, told), why: why.slice(0, told) } });
    else findings.faults.push(`The page ${path} cannot be drawn: ${why}`);
  }
  return findings;
}
