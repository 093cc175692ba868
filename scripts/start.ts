import { parseArgs } from 'node:util';
import { sendDemo } from './demo/send-demo.ts';
import { buildCms, startCms } from './machine/cms.ts';
import { accessLog, cmsAddress, cmsPort, loadEnvironment, siteAddress, sitePort } from './machine/environment.ts';
import { Failure, runCommand } from './machine/failure.ts';
import { type FirstLogin, firstLogin, forgetFirstLogin, isTaken } from './machine/first-login.ts';
import { beginAnew } from './machine/fresh.ts';
import { keepPublisher } from './machine/keep-publisher.ts';
import { oneAtATime } from './machine/one-at-a-time.ts';
import { needFreePort } from './machine/ports.ts';
import { stopAll } from './machine/processes.ts';
import { step } from './machine/progress.ts';
import { publishUntilEqual } from './publish/publish-until-equal.ts';
import { placesHere } from './publish/run.ts';
import { makeSitemap } from './publish/sitemap.ts';
import { logRequests } from './static-server/access-log.ts';
import { serveSite } from './static-server/serve-site.ts';

const usage = `Sets the newsroom up and runs it: the CMS and the site.

  npm start
  npm start -- --no-demo        a new database stays empty
  npm start -- --fresh          begins anew, after asking
  npm start -- --fresh --yes    begins anew, without asking`;

/** Resolves when somebody asks this process to stop. */
const asked = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
});
let stopping = false;
let up = false;

await runCommand(async () => {
  const options = readOptions();
  if (options.help) return console.log(usage);
  const failed = await Promise.race([run(options), asked]).catch((error: unknown) => error ?? new Error('unknown fault'));
  stopping = true;
  await stopAll();
  if (failed !== undefined) throw failed;
  if (!up) process.exitCode = 130; // stopped before it ran, as a shell says it
  console.error('\nStopped.');
});
process.exit();

/** The way from a fresh clone to a running newsroom. Every step is left out where it is done already. */
async function run({ fresh, yes, 'no-demo': noDemo }: ReturnType<typeof readOptions>): Promise<never> {
  loadEnvironment();
  oneAtATime(
    'start',
    (pid) =>
      `This newsroom is run by another "npm start" already (process ${pid}). Stop that one first, with Ctrl-C or: kill ${pid}`,
  );
  await needFreePort(cmsPort(), 'the CMS', 'CMS_PORT');
  await needFreePort(sitePort(), 'the site', 'SITE_PORT');
  if (fresh) await beginAnew({ yes: yes ?? false });

  const offered = firstLogin({ demo: !noDemo });
  await step('Building the CMS and its admin', buildCms);
  const cmsEnded = Promise.withResolvers<never>();
  cmsEnded.promise.catch(() => undefined); // awaited below, unless a step fails first
  await step('Starting the CMS', () =>
    startCms(firstAdministrator(offered), (report) =>
      cmsEnded.reject(new Failure(`The CMS ended by itself. The end of its log:\n${report}`)),
    ),
  );
  const first = offered && (await isTaken(offered)) ? offered : undefined;
  if (first?.demo) await step('Sending the demo newsroom to the CMS', () => sendDemo(first));
  const fault = await publishOrKeepSite();
  logRequests(await serveSite(placesHere().live, sitePort()), accessLog());
  keepPublisher(() => stopping);
  up = true;
  tellAddresses(first, fault);
  forgetFirstLogin();
  return cmsEnded.promise; // runs until it is stopped, or the CMS fails
}

/**
 * Makes the site what is published. Where that fails, the CMS must stay up, since the fault is mended there, and
 * readers get the edition that was there before; gives back what went wrong.
 */
async function publishOrKeepSite(): Promise<string | undefined> {
  try {
    await publishUntilEqual({ first: true });
    await makeSitemap();
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure) || stopping) throw error;
    return error.message;
  }
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        fresh: { type: 'boolean' },
        yes: { type: 'boolean' },
        'no-demo': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${usage}`);
  }
}

function firstAdministrator(first: FirstLogin | undefined): NodeJS.ProcessEnv {
  return first ? { NEWSROOM_FIRST_ADMIN_EMAIL: first.email, NEWSROOM_FIRST_ADMIN_PASSWORD: first.password } : {};
}

function tellAddresses(first: FirstLogin | undefined, fault: string | undefined): void {
  const login = first
    ? `
  Log in  ${first.email}
          ${first.password}
          This password is shown this once: log in, and change it under your name, "Profile settings".`
    : '';
  if (fault !== undefined) {
    console.log(`
✗ The site could not be made. Readers get what was there before. Mend this; it is tried again by itself:

${fault}`);
  }
  console.log(`
  Site    ${siteAddress()}
  Admin   ${cmsAddress()}/admin${login}

  After publishing the site renews itself within seconds. Ctrl-C stops everything.`);
}
