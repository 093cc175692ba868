import { editionPath } from '@newsroom/shared/edition';
import type { Verification, VerifiedList } from './verify.ts';

/** So many differences of a list are told. */
const told = 5;

/** Prints what came of every list. */
export function tellVerification({ site, generation, faults, lists, isGood }: Verification): void {
  for (const list of lists) for (const line of linesOf(list)) console.log(line);
  for (const fault of faults) console.log(`✗ ${fault}`);
  if (generation === null)
    console.log(`\n${site} has no ${editionPath}: whether its lists are of the edition's day is not known.`);
  const wrong = lists.filter(({ differences }) => differences.length > 0).length;
  console.log(
    wrong > 0
      ? `\n${wrong} of ${lists.length} lists are not what comes out.`
      : `\nAll ${lists.length} lists are what comes out${isGood ? '' : ', but what they are computed from contradicts itself'}.`,
  );
}

function linesOf({ language, period, ranking, entries, differences }: VerifiedList): string[] {
  const name = `${language}, ${period}, ${ranking === 'together' ? 'all languages together' : 'in the language'}`;
  if (differences.length === 0) return [`✓ ${name}: ${entries} releases`];
  const more = differences.length > told ? [`    … and ${differences.length - told} more`] : [];
  return [`✗ ${name}:`, ...differences.slice(0, told).map((difference) => `    ${difference}`), ...more];
}
