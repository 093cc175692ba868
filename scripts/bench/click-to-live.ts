import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../check/chromium.ts';
import { type Editor, logIn } from '../e2e/editor.ts';
import { makeNewsroom } from '../e2e/own-newsroom.ts';
import { Failure, runCommand } from '../machine/failure.ts';
import { step } from '../machine/progress.ts';
import { quantile } from './cms/quantile.ts';

const usage = `Measures in a real browser how long it takes from the click on Publish until readers get the page, in a newsroom of its
own with the demonstration, set up as npm start does it.

  npm run bench:click
  npm run bench:click -- --clicks 50`;

/** How often the page is asked for, and how long one click may take, in milliseconds. */
const [lookEvery, patience] = [10, 120_000];

await runCommand(async () => {
  const { clicks, help } = readOptions();
  if (help) return console.log(usage);
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Failure('There is no Chromium: install it, or set CHROMIUM_PATH.');
  const newsroom = await makeNewsroom();
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const told = await step('Setting a newsroom with the demonstration up', () => newsroom.start());
    const [, email = '', password = ''] = /Log in\s+(\S+)\s+(\S+)/.exec(told) ?? [];
    const editor = await logIn(browser, newsroom.cms, { email, password }, 'en');
    const { form, address } = await publishFirst(editor);
    const seconds: number[] = [];
    await step(`Publishing ${clicks} times`, async () => {
      for (let turn = 1; turn <= clicks; turn += 1) seconds.push(await clickToLive(editor, { form, address, turn }));
    });
    const tell = (share: number) => `${quantile(seconds, share).toFixed(2)} s`;
    console.log(`From the click to the reader, ${clicks} times: median ${tell(0.5)}, 95 % within ${tell(0.95)},`);
    console.log(`the quickest ${tell(0)}, the slowest ${tell(1)}.`);
  } finally {
    await browser.close();
    await newsroom.remove();
  }
});
process.exit();

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

function readOptions(): { clicks: number; help: boolean } {
  const { values } = parseArgs({
    options: { clicks: { type: 'string', default: '20' }, help: { type: 'boolean', default: false } },
  });
  const clicks = Number(values.clicks);
  if (!Number.isInteger(clicks) || clicks < 1) throw new Failure(usage);
  return { clicks, help: values.help };
}
