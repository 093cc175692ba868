import { Failure, runCommand } from '../machine/failure.ts';
import { collect, collectUsage } from './collect.ts';
import { makeLogCommand, makeLogUsage } from './make-log/make-log-command.ts';
import { compareSpeed, compareSpeedUsage } from './speed/compare-speed.ts';

const usage = `Counts what readers did, and tells the CMS.

${collectUsage}

${makeLogUsage}

${compareSpeedUsage}`;

const commands: Record<string, (args: string[]) => Promise<void>> = { collect, 'make-log': makeLogCommand, speed: compareSpeed };

await runCommand(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  if (name === '' || name === '--help') return console.log(usage);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new Failure(`There is no "npm run metrics -- ${name}".\n\n${usage}`);
  await command(args);
});
