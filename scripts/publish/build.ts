import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadEnvironment } from '../machine/environment.ts';
import { Failure, runCommand } from '../machine/failure.ts';
import { folders } from '../machine/folders.ts';
import { buildSite } from './build-site.ts';

const usage = `Builds the site: takes the feed in and draws every page into site/dist.

  npm run build                       pulls the feed from the running CMS
  npm run build -- --feed FILE        takes the feed from a file
  npm run build -- --feed FILE --media FOLDER
                                      … with the files that it names, each named by its SHA-256
  npm run build -- --as-of 2026-01-31 computes rankings for that day
  npm run build -- --accept-loss      goes on although much of the site would go`;

await runCommand(async () => {
  const { feed, media, 'as-of': asOf, 'accept-loss': acceptLoss, help } = readOptions();
  if (help) return console.log(usage);
  loadEnvironment();
  const pages = await buildSite({
    feedFile: feed && path.resolve(process.env.INIT_CWD ?? '.', feed),
    mediaFolder: media && path.resolve(process.env.INIT_CWD ?? '.', media),
    asOf,
    acceptLoss: acceptLoss ?? false,
  });
  console.error(`The site is in ${path.relative(folders.repository, folders.dist)}: ${pages}`);
});

function readOptions() {
  try {
    return parseArgs({
      options: {
        feed: { type: 'string' },
        media: { type: 'string' },
        'as-of': { type: 'string' },
        'accept-loss': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${usage}`);
  }
}
