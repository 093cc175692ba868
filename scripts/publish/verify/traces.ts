import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Evidence, type Findings, keyOf, nothingFound } from './evidence.ts';

/**
 * No page that is new shows an address of the CMS, or a secret: in a page of a judged version that holds the version,
 * in any other it refuses the edition. And the bytes that lie there are those that were drawn.
 */
export function checkTraces({ account, folder, judged, secrets, liveBytes }: Evidence): Findings {
  const judgedKeys = new Set(judged.map(keyOf));
  const findings: Findings = { ...nothingFound, holds: [], faults: [] };
  for (const page of account.pages) {
    const file = path.join(folder, page.file);
    if (!existsSync(file)) continue; // which `checkCounts` tells
    const bytes = readFileSync(file);
    if (createHash('sha256').update(bytes).digest('hex') !== page.sha256)
      findings.faults.push(`The file ${page.file} does not hold what was drawn.`);
    const found = secrets.find(({ text }) => bytes.includes(text));
    if (found === undefined || liveBytes(page.file)?.equals(bytes)) continue;
    if (page.document !== null && judgedKeys.has(keyOf(page.document)))
      findings.holds.push({ ...page.document, fault: { kind: 'cms-trace', path: page.path, what: found.name } });
    else findings.faults.push(`The page ${page.path} shows ${found.name}, which nobody outside may see.`);
  }
  return findings;
}
