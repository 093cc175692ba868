import { parseArgs } from 'node:util';
import { Failure, runCommand } from '../machine/failure.ts';
import { siteNamed } from '../published-site/published-site.ts';
import { tellVerification } from './tell-verification.ts';
import { verifyPopularity } from './verify.ts';

const usage = `Computes the lists of what is read most again, from what the site publishes alone, and
compares them with its data and its pages.

  npm run popularity -- verify                    the site that is live here
  npm run popularity -- verify --site FOLDER      a drawn site
  npm run popularity -- verify --site URL         a site in the web: https://news.example.org
  npm run popularity -- verify --json             prints the result as JSON

Its exit code is 0 where every list is what comes out, and 1 otherwise.`;

await runCommand(async () => {
  const { site, json, help } = readOptions();
  if (help) return console.log(usage);
  const verification = await verifyPopularity(siteNamed(site));
  if (json) console.log(JSON.stringify(verification, null, 2));
  else tellVerification(verification);
  if (!verification.isGood) process.exitCode = 1;
});

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { site: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    const { site, json = false, help = false } = values;
    if (!help && (positionals.length !== 1 || positionals[0] !== 'verify')) throw new Error('Say what is to be done: verify.');
    return { site, json, help };
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${usage}`);
  }
}
