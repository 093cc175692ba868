import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Failure, runCommand } from '../machine/failure.ts';
import { placesHere } from '../publish/run.ts';
import { siteHere } from '../publish/site-here.ts';
import { isSitemapOwed } from '../publish/sitemap.ts';
import { checkDrawnSite } from './check-drawn-site.ts';
import { runNu } from './nu.ts';
import { tellReport } from './tell-report.ts';

/** How long that is waited for, in milliseconds. */
const sitemapPatience = 60_000;

const usage = `Checks a drawn site as a whole: links, languages, sitemap, feeds, headings, HTML.

  npm run check:site                  checks site/dist, or the live edition where there is none
  npm run check:site -- FOLDER        checks another drawn site
  npm run check:site -- --nu          also by the Nu HTML checker, which needs Java`;

await runCommand(async () => {
  const { folder, nu, help } = readOptions();
  if (help) return console.log(usage);
  if (!existsSync(path.join(folder, 'index.html')))
    throw new Failure(`There is no drawn site in ${folder}. Make one with "npm run build".`);
  if (folder === placesHere().live) await sitemapMade();
  const report = await checkDrawnSite(folder);
  if (nu) report.results.push({ rule: 'Nu HTML checker', faults: await runNu(folder) });
  tellReport(report);
});

/** The publisher makes the sitemap of the live edition when nothing was published for a moment. */
async function sitemapMade(): Promise<void> {
  for (const began = Date.now(); isSitemapOwed() && Date.now() - began < sitemapPatience; await wait(500)) {
    // it looks again
  }
}

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { nu: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    const [folder, ...more] = positionals;
    if (more.length > 0) throw new Error('Name one folder.');
    return {
      folder: folder === undefined ? siteHere() : path.resolve(process.env.INIT_CWD ?? '.', folder),
      nu: values.nu ?? false,
      help: values.help ?? false,
    };
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${usage}`);
  }
}
