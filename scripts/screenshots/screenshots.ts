import { existsSync, globSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../check/chromium.ts';
import { Failure, runCommand } from '../machine/failure.ts';
import { filesBelow } from '../machine/files-below.ts';
import { folders } from '../machine/folders.ts';
import { step } from '../machine/progress.ts';
import { siteHere } from '../publish/site-here.ts';
import { serveSite } from '../static-server/serve-site.ts';
import { contactSheet } from './contact-sheet.ts';
import { print, type Screenshot, takeScreenshots } from './take-screenshots.ts';
import { chooseExamples, type Example } from './templates.ts';

const usage = `Takes pictures of a drawn site: every template, language and width, light and dark, and a release as printed.

  npm run screenshots                                   of site/dist or the live edition, into var/screenshots
  npm run screenshots -- --site FOLDER --out FOLDER     of another drawn site, into another folder`;

/** The page that shows all pictures. */
const sheet = 'index.html';

await runCommand(async () => {
  const { site, out, help } = readOptions();
  if (help) return console.log(usage);
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Failure('No Chromium was found. Install Debian\'s "chromium", or set CHROMIUM_PATH to a Chromium or Chrome.');
  const examples = findExamples(site);
  emptyFolder(out);
  const server = await serveSite(site, 0);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const pictures = await step(`Taking pictures of ${examples.length} pages`, () => takeAll(browser, origin, examples, out));
    const releases = examples.filter(({ template }) => template === 'news-year-month-slug');
    const prints = await step('Printing a release', () => Promise.all(releases.map((one) => print(browser, origin, one, out))));
    writeFileSync(path.join(out, sheet), contactSheet(pictures, prints));
    console.log(`${pictures.length} pictures, to be looked at in ${path.join(out, sheet)}`);
  } finally {
    await browser.close();
    server.close();
  }
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { site: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
    });
    const fromHere = (folder: string) => path.resolve(process.env.INIT_CWD ?? '.', folder);
    return {
      site: values.site === undefined ? siteHere() : fromHere(values.site),
      out: values.out === undefined ? path.join(folders.var, 'screenshots') : fromHere(values.out),
      help: values.help ?? false,
    };
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${usage}`);
  }
}

function findExamples(site: string): Example[] {
  const files = (existsSync(site) ? filesBelow(site) : [])
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, size: statSync(path.join(site, file)).size }));
  if (files.length === 0) throw new Failure(`There is no drawn site in ${site}. Make one with "npm run build".`);
  return chooseExamples(files);
}

/** Pictures of an earlier run would be taken for pictures of this one. */
function emptyFolder(out: string): void {
  const others = globSync('*', { cwd: out }).some((name) => !/\.(?:png|pdf)$|^index\.html$/.test(name));
  if (existsSync(out) && others) throw new Failure(`${out} holds other things than screenshots. Name another folder by --out.`);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
}

async function takeAll(browser: Browser, origin: string, examples: Example[], out: string): Promise<Screenshot[]> {
  const page = await browser.newPage();
  const taken: Screenshot[] = [];
  for (const example of examples) taken.push(...(await takeScreenshots(page, origin, example, out)));
  return taken;
}
