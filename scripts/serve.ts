import { existsSync } from 'node:fs';
import { accessLog, loadEnvironment, siteAddress, sitePort } from './machine/environment.ts';
import { Failure, runCommand } from './machine/failure.ts';
import { folders } from './machine/folders.ts';
import { needFreePort } from './machine/ports.ts';
import { restoreSite } from './publish/replace-site.ts';
import { placesHere } from './publish/run.ts';
import { logRequests } from './static-server/access-log.ts';
import { serveSite } from './static-server/serve-site.ts';

/** Serves the live edition, or `site/dist` where there is none, until it is stopped. */
await runCommand(async () => {
  loadEnvironment();
  restoreSite();
  const { live } = placesHere();
  const site = existsSync(live) ? live : folders.dist;
  if (!existsSync(site)) throw new Failure('There is no site yet. Make one with "npm start" or "npm run build".');
  await needFreePort(sitePort(), 'the site', 'SITE_PORT');
  const server = await serveSite(site, sitePort());
  logRequests(server, accessLog());
  console.error(
    `${site === live ? 'The live edition' : 'The site in site/dist'} is served at ${siteAddress()} (Ctrl-C stops it).`,
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => server.close());
});
