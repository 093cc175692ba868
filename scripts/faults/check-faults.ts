import { parseArgs } from 'node:util';
import { Failure, runCommand } from '../machine/failure.ts';
import { runRounds } from './run-rounds.ts';
import { tellAccount } from './tell-account.ts';

const usage = `Kills and freezes the CMS and the publisher of a newsroom of its own, at every stage and at random, while an editor
publishes and a reader reads; then looks whether readers have exactly what is published.

  npm run check:faults
  npm run check:faults -- --rounds 300     so many faults (30)
  npm run check:faults -- --seed 7         the same choices as another run

It ends with 0 when nothing was found that must not be.`;

await runCommand(async () => {
  const { rounds, seed, help } = readOptions();
  if (help) return console.log(usage);
  console.log(`Seed ${seed}, ${rounds} rounds`);
  const account = await runRounds(rounds, seed);
  console.log(tellAccount(account));
  const { all } = account.findings;
  if (all > 0) throw new Failure(`${all} faults of the newsroom with seed ${seed}; see above.`);
  console.log(`\n✓ Nothing was lost, nothing half new (seed ${seed}).`);
});
process.exit();

function readOptions(): { rounds: number; seed: number; help: boolean } {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '30' }, seed: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const [rounds, seed] = [Number(values.rounds), Number(values.seed ?? Date.now() % 1_000_000)];
  if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) throw new Failure(usage);
  return { rounds, seed, help: values.help };
}
