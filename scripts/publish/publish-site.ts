import { parseArgs } from 'node:util';
import { loadEnvironment } from '../machine/environment.ts';
import { Failure, runCommand } from '../machine/failure.ts';
import { stopAll } from '../machine/processes.ts';
import { describeOutcome } from './describe-outcome.ts';
import { publishUntilEqual } from './publish-until-equal.ts';
import { makeSitemap } from './sitemap.ts';

const usage = `Makes the site what is published: pulls what changed, draws, verifies, and puts the new edition live.

  npm run publish:site
  npm run publish:site -- --as-of 2026-01-31   computes rankings for that day
  npm run publish:site -- --accept-loss        goes on although much of the site would go
  npm run publish:site -- --first              there is no site yet: goes on where nobody knows which edition it is

It ends with 0 when what is published is live, and with 1 when it is not, and says why.`;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    console.error('\nStopped. The edition that was live stays.');
    void stopAll().then(() => process.exit(130));
  });

await runCommand(async () => {
  const { 'as-of': asOf, 'accept-loss': acceptLoss, first, help } = readOptions();
  if (help) return console.log(usage);
  loadEnvironment();
  const outcome = await publishUntilEqual({ asOf, first, acceptLossUpTo: acceptLoss ? Number.POSITIVE_INFINITY : undefined });
  await makeSitemap();
  console.log(describeOutcome(outcome));
});

function readOptions() {
  try {
    return parseArgs({
      options: {
        'as-of': { type: 'string' },
        'accept-loss': { type: 'boolean' },
        first: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${usage}`);
  }
}
