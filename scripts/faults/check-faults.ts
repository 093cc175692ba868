import { parseArgs } from 'node:util';
import { Failure, runCommand } from '../machine/failure.ts';
import { type Course, runRounds } from './run-rounds.ts';
import { tellAccount } from './tell-account.ts';

const usage = `Kills and freezes the CMS and the publisher of a newsroom of its own, at every stage and at random, while an editor
publishes and a reader reads; then looks whether readers have exactly what is published.

  npm run check:faults
  npm run check:faults -- --rounds 300     so many faults (30)
  npm run check:faults -- --acts 200       so many acts of the editor while all is well, before the faults (then 0)
  npm run check:faults -- --seed 7         the same choices as another run

It ends with 0 when nothing was found that must not be.`;

await runCommand(async () => {
  const { acts, rounds, seed, help } = readOptions();
  if (help) return console.log(usage);
  console.log(`Seed ${seed}, ${acts} acts in peace, ${rounds} rounds`);
  const account = await runRounds({ acts, rounds }, seed);
  console.log(tellAccount(account));
  const { all } = account.findings;
  if (all > 0) throw new Failure(`${all} faults of the newsroom with seed ${seed}; see above.`);
  console.log(`\n✓ Nothing was lost, nothing half new (seed ${seed}).`);
});
process.exit();

function readOptions(): Course & { seed: number; help: boolean } {
  const { values } = parseArgs({
    options: {
      acts: { type: 'string' },
      rounds: { type: 'string' },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const acts = Number(values.acts ?? 0);
  const rounds = Number(values.rounds ?? (acts > 0 ? 0 : 30));
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const isCount = (number: number) => Number.isInteger(number) && number >= 0;
  if (!isCount(acts) || !isCount(rounds) || acts + rounds === 0 || !Number.isInteger(seed)) throw new Failure(usage);
  return { acts, rounds, seed, help: values.help };
}
