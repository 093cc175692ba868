import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { loadEnvironment } from '../machine/environment.ts';
import { Failure, runCommand } from '../machine/failure.ts';
import { editionElsewhere } from '../publish/site-elsewhere.ts';
import { hostAddress } from './standing.ts';

const usage = `Waits until readers get an edition, or a newer one, from the host that serves the site.

  npm run deploy:prove -- --generation 8 --wait 900     at most 900 seconds`;

await runCommand(async () => {
  const { generation, seconds } = readOptions();
  loadEnvironment();
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await lookAt(hostAddress());
    if (typeof seen === 'number' && seen >= generation) return console.log(`Readers get edition ${seen}.`);
    const told = typeof seen === 'number' ? `Readers get edition ${seen}` : seen;
    if (Date.now() >= until)
      throw new Failure(
        `${told}, and not edition ${generation}, after ${seconds} s. Look at what the host says of its last deployment.`,
      );
    console.error(`· ${told}; waiting for edition ${generation} …`);
    await pause(Math.min(10_000, Math.max(0, until - Date.now())));
  }
});

/** The generation that is served, or why nobody knows. */
async function lookAt(address: string): Promise<number | string> {
  try {
    return (await editionElsewhere(address))?.generation ?? 'Readers get no edition';
  } catch (error) {
    if (error instanceof Failure) return `${address} does not say which edition it is`;
    throw error;
  }
}

function readOptions(): { generation: number; seconds: number } {
  const { values } = parseArgs({ options: { generation: { type: 'string' }, wait: { type: 'string', default: '0' } } });
  const [generation, seconds] = [Number(values.generation), Number(values.wait)];
  if (!Number.isInteger(generation) || !(seconds >= 0)) throw new Failure(usage);
  return { generation, seconds };
}
