import { Failure } from '../machine/failure.ts';
import type { SiteReport } from './check-drawn-site.ts';

/** How many faults of a kind are told one by one. */
const told = 20;

/** Tells what was found. @throws Failure if anything is not as it should be */
export function tellReport({ pages, files, results }: SiteReport): void {
  console.log(`${pages} pages, ${files} files`);
  for (const { rule, faults } of results) {
    console.log(`${faults.length === 0 ? '✓' : '✗'} ${rule}${faults.length === 0 ? '' : `: ${faults.length}`}`);
    for (const { file, message } of faults.slice(0, told)) console.log(`    ${file} ${message}`);
    if (faults.length > told) console.log(`    … and ${faults.length - told} more`);
  }
  const count = results.reduce((sum, { faults }) => sum + faults.length, 0);
  if (count > 0) throw new Failure(`The site is not as it should be: ${count} faults, told above.`);
}
