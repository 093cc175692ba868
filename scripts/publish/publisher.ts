import { parseArgs } from 'node:util';
import { loadEnvironment } from '../machine/environment.ts';
import { Failure, runCommand } from '../machine/failure.ts';
import { stopAll } from '../machine/processes.ts';
import { waitAndPublish } from './wait-and-publish.ts';

const usage = `Waits for what is published, and makes the site it, until it is stopped.

  npm run publisher
  npm run publisher -- --first   there is no site yet: goes on where nobody knows which edition it is`;

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stop.abort());

await runCommand(async () => {
  const { first, help } = readOptions();
  if (help) return console.log(usage);
  loadEnvironment();
  const ended = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
  await Promise.race([waitAndPublish({ first }, stop.signal), ended]);
  await stopAll();
  console.error('Stopped. The edition that is live stays.');
});
process.exit();

function readOptions() {
  try {
    return parseArgs({ options: { first: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${usage}`);
  }
}
