import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, localDay } from '@newsroom/shared/local-time';
import { Failure } from '../../machine/failure.ts';
import type { LogFormat } from './log-writer.ts';
import { madeAddresses, makeLog, officeNetworks } from './make-log.ts';
import { writeAddresses } from './write-addresses.ts';

export const makeLogUsage = `  npm run metrics -- make-log --out FOLDER      makes a log with people, robots, attackers and a spike, and its truth

  --seed 1  --lines 1000000  --days 3  --last-day 2026-11-27 (otherwise yesterday)  --format combined (or caddy)
  FOLDER gets access.log, truth.json, and the addresses that --site needs.`;

/** Runs `npm run metrics -- make-log`. @throws Failure for the person at the terminal */
export async function makeLogCommand(args: string[]): Promise<void> {
  const { out, ...plan } = readOptions(args);
  const folder = path.resolve(process.env.INIT_CWD ?? '.', out);
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'access.log');
  const truth = makeLog({ ...plan, file });
  writeFileSync(path.join(folder, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
  writeAddresses(madeAddresses(), folder);
  console.log(`${file} has ${plan.lines} lines; what is in them stands in ${path.join(folder, 'truth.json')}. To count them:

  NEWSROOM_OFFICE_NETWORKS="${officeNetworks}" npm run metrics -- collect access-log ${file} --site ${folder} --dry-run --json`);
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        out: { type: 'string' },
        seed: { type: 'string', default: '1' },
        lines: { type: 'string', default: '1000000' },
        days: { type: 'string', default: '3' },
        'last-day': { type: 'string', default: addDays(localDay(new Date().toISOString()), -1) },
        format: { type: 'string', default: 'combined' },
      },
    });
    if (values.out === undefined) throw new Error('Say where to, by --out.');
    return {
      out: values.out,
      seed: whole('seed', values.seed),
      lines: whole('lines', values.lines),
      days: whole('days', values.days),
      lastDay: day(values['last-day']),
      format: format(values.format),
    };
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${makeLogUsage}`);
  }
}

function whole(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} is "${text}". It is a whole number from 1.`);
  return number;
}

function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new Error(`--last-day is "${text}", which is no day.`);
  return text;
}

function format(text: string): LogFormat {
  if (text !== 'combined' && text !== 'caddy') throw new Error(`--format is "${text}". It is combined or caddy.`);
  return text;
}
