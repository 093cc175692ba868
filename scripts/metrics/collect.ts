import path from 'node:path';
import { parseArgs } from 'node:util';
import { countSourceSchema } from '@newsroom/shared/daily-metrics';
import { loadEnvironment } from '../machine/environment.ts';
import { Failure } from '../machine/failure.ts';
import { folders } from '../machine/folders.ts';
import { oneAtATime } from '../machine/one-at-a-time.ts';
import { siteNamed } from '../published-site/published-site.ts';
import { readNetworks } from './access-log/client-address.ts';
import { readAddresses } from './addresses/read-addresses.ts';
import { collectedJson } from './collected-json.ts';
import type { Collector } from './collector.ts';
import { collectors } from './collectors.ts';
import { describeCollected } from './describe-collected.ts';
import { sendCollected } from './send-collected.ts';

export const collectUsage = `  npm run metrics -- collect KIND FILE …    counts what files hold, and tells the CMS
  npm run metrics -- collect KIND --template    prints a file such as it is read

  KIND       access-log, csv, ndjson; "npm run metrics -- collect" says more of each
  --dry-run  counts these files alone, keeps nothing and tells nobody
  --json     prints what was counted as JSON
  --source   the name of what counts, where there are several of a kind, such as two web servers
  --site     a folder with the site, or its address, that says which address belongs to which release
             (otherwise the live edition of this machine)`;

/** Runs `npm run metrics -- collect`. @throws Failure for the person at the terminal */
export async function collect(args: string[]): Promise<void> {
  const [kind = '', ...rest] = args;
  const known = await collectors();
  const collector = known.find(({ name }) => name === kind);
  if (collector === undefined) {
    const kinds = known.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`).join('\n');
    const words = `${collectUsage}\n\nKinds:\n${kinds}`;
    if (kind === '' || kind === '--help') return console.log(words);
    throw new Failure(`"${kind}" is nothing that can be collected.\n\n${words}`);
  }
  const options = readOptions(rest);
  if (options.template) return void process.stdout.write(collector.template.text);
  if (options.files.length === 0) throw new Failure(`Name at least one file.\n\n${collectUsage}`);
  await collectFiles(collector, options);
}

type Options = ReturnType<typeof readOptions>;

function readOptions(args: string[]) {
  try {
    const { values, positionals: files } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        template: { type: 'boolean', default: false },
        source: { type: 'string' },
        site: { type: 'string' },
      },
    });
    return { files, ...values, isTrial: values['dry-run'] };
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${collectUsage}`);
  }
}

async function collectFiles(collector: Collector, { files, isTrial, json, source: named, site }: Options): Promise<void> {
  const source = countSourceSchema.safeParse(named ?? collector.name);
  if (!source.success) throw new Failure(`--source is "${named}". Give a name of small letters, digits and hyphens, at most 40.`);
  loadEnvironment();
  const addresses = await readAddresses(siteNamed(site));
  const done = isTrial
    ? () => undefined
    : oneAtATime(
        `metrics-${source.data}`,
        (pid) => `Process ${pid} is collecting for "${source.data}" already. Wait for its end.`,
      );
  try {
    const folder = path.join(folders.var, 'metrics', source.data);
    const collected = await collector.collect(files, { addresses, folder, isTrial, now: new Date(), office: officeNetworks() });
    if (!json) console.log(describeCollected(collected, isTrial));
    const sent = isTrial ? undefined : await sendCollected(source.data, collected);
    if (json) console.log(JSON.stringify({ ...collectedJson(collected, addresses), ...(sent && { sent }) }, null, 2));
    else if (sent) console.log(sentence(sent));
    if (collected.isToBeMended) process.exitCode = 1;
  } finally {
    done();
  }
}

function sentence({ days, rows }: { days: number; rows: number }): string {
  return days === 0 ? 'The CMS knows all of it already.' : `The CMS was told ${rows} counts of ${days} days.`;
}

function officeNetworks(): string {
  const text = process.env.NEWSROOM_OFFICE_NETWORKS ?? '';
  try {
    readNetworks(text);
    return text;
  } catch (error) {
    throw new Failure(`NEWSROOM_OFFICE_NETWORKS in .env: ${(error as Error).message}`);
  }
}
