import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../check/chromium.ts';
import { type Editor, type Login, logIn } from '../e2e/editor.ts';
import { loginIn, makeNewsroom } from '../e2e/own-newsroom.ts';
import { startPrograms } from '../faults/newsroom.ts';
import { Failure, runCommand } from '../machine/failure.ts';
import { step } from '../machine/progress.ts';
import { allLive, patienceForAll } from './cms/all-live.ts';
import { loadNewsroom } from './cms/loaded-newsroom.ts';
import { quantile } from './cms/quantile.ts';
import { makeWorkload } from './workload.ts';

const usage = `Measures in a real browser how long it takes from the click on Publish until readers get the page, in a newsroom of its
own, set up as npm start does it.

  npm run bench:click                     with the demonstration
  npm run bench:click -- --n 10000        with a made archive of 10,000 releases in three languages
  npm run bench:click -- --clicks 50      20 times when nothing is said
  npm run bench:click -- --shot FILE.png  keeps a picture of the form after the last click`;

/** How often the page is asked for, and how long one click may take, in milliseconds. */
const [lookEvery, patience] = [10, 120_000];

await runCommand(async () => {
  const { n, clicks, shot, help } = readOptions();
  if (help) return console.log(usage);
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Failure('There is no Chromium: install it, or set CHROMIUM_PATH.');
  const newsroom = n === undefined ? await demonstration() : await archive(n);
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const editor = await logIn(browser, newsroom.cms, newsroom.login, 'en');
    const { form, address } = await publishFirst(editor);
    const seconds: number[] = [];
    await step(`Publishing ${clicks} times`, async () => {
      for (let turn = 1; turn <= clicks; turn += 1) seconds.push(await clickToLive(editor, { form, address, turn }));
    });
    if (shot !== undefined) await editor.page.screenshot({ path: shot });
    const tell = (share: number) => `${quantile(seconds, share).toFixed(2)} s`;
    console.log(`From the click to the reader, ${clicks} times: median ${tell(0.5)}, 95 % within ${tell(0.95)},`);
    console.log(`the quickest ${tell(0)}, the slowest ${tell(1)}.`);
  } finally {
    await browser.close();
    await newsroom.end();
  }
});
process.exit();

/** A newsroom that is up. */
interface Up {
  cms: string;
  login: Login;
  end(): Promise<void>;
}

async function demonstration(): Promise<Up> {
  const newsroom = await makeNewsroom();
  const told = await step('Setting a newsroom with the demonstration up', () => newsroom.start());
  return { cms: newsroom.cms, login: loginIn(told), end: () => newsroom.remove() };
}

async function archive(n: number): Promise<Up> {
  const newsroom = await step(`Setting a newsroom with ${n} releases up`, async () =>
    startPrograms(await loadNewsroom(makeWorkload(n, 1))),
  );
  try {
    await step('Waiting until all of it is live', () => allLive(newsroom, patienceForAll));
    return newsroom;
  } catch (error) {
    await newsroom.end();
    throw error;
  }
}

/** Publishes a release of its own; gives where its form is, and where readers find it. */
async function publishFirst(editor: Editor): Promise<{ form: string; address: string }> {
  const { page } = editor;
  await editor.begin('press-release', 'en');
  await page.locator('input[name=title]').fill('A release to measure by');
  await editor.publish();
  const link = page.getByRole('link', { name: 'Open the page' }).first();
  await link.waitFor({ timeout: patience });
  return { form: page.url(), address: (await link.getAttribute('href')) ?? '' };
}

/** Gives the release another title, and waits until readers see it. @returns seconds from the click */
async function clickToLive(
  editor: Editor,
  { form, address, turn }: { form: string; address: string; turn: number },
): Promise<number> {
  const title = `Measured for the time number ${turn}`;
  await editor.page.goto(form);
  await editor.page.locator('input[name=title]').fill(title);
  await pause(500); // the form takes over what was typed
  const clicked = performance.now();
  await editor.publish();
  while (performance.now() - clicked < patience) {
    const page = await fetch(address);
    if ((await page.text()).includes(title)) {
      const took = (performance.now() - clicked) / 1000;
      await pause(1500); // nobody publishes the next thing in the same second
      return took;
    }
    await pause(lookEvery);
  }
  throw new Failure(`${address} does not say "${title}" ${patience / 1000} s after the click.`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      n: { type: 'string' },
      clicks: { type: 'string', default: '20' },
      shot: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [n, clicks] = [values.n === undefined ? undefined : Number(values.n), Number(values.clicks)];
  if (![n ?? 1, clicks].every((count) => Number.isInteger(count) && count >= 1)) throw new Failure(usage);
  return { n, clicks, shot: values.shot, help: values.help };
}
