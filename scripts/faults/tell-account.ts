import { type FindingKind, findingKinds } from './findings.ts';
import type { Account } from './run-rounds.ts';

/** What was done and what came of it, as a table for people. */
export function tellAccount({ findings, rows, acts, statuses, compared, files }: Account): string {
  const widest = Math.max(5, ...[...rows.keys()].map((name) => name.length));
  const sorted = (map: Map<string | number, unknown>) =>
    [...map].toSorted(([one], [other]) => String(one).localeCompare(String(other)));
  return [
    '',
    `${'fault'.padEnd(widest)}  planted  hit`,
    ...sorted(rows).map(([name, row]) => {
      const { planted, hit } = row as { planted: number; hit: number };
      return `${String(name).padEnd(widest)}  ${String(planted).padStart(7)}  ${String(hit).padStart(3)}`;
    }),
    '',
    `acts of the editor: ${sorted(acts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
    `answers to the reader: ${sorted(statuses)
      .map(([status, count]) => `${status} ${count}×`)
      .join(', ')}`,
    `pages compared with the edition that the site said it was: ${compared}`,
    `files compared with a site drawn from nothing: ${files}`,
    '',
    ...(Object.keys(findingKinds) as FindingKind[]).map(
      (kind) => `${String(findings.count(kind)).padStart(5)}  ${findingKinds[kind]}`,
    ),
  ].join('\n');
}
