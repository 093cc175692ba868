import { readFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFlags, findChromium } from '../check/chromium.ts';
import { type Editor, logIn, prepare } from './editor.ts';
import { loginIn, makeNewsroom, type OwnNewsroom } from './own-newsroom.ts';

const executablePath = findChromium();
const collection = '/content-manager/collection-types/plugin::newsroom.press-release';

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

// In CI a missing browser is a fault of the machine, not a reason to say that all is well.
describe.skipIf(executablePath === undefined && process.env.CI !== 'true')('the page "Popular", as an editor works on it', () => {
  let newsroom: OwnNewsroom;
  let browser: Browser;
  let editor: Editor;

  beforeAll(async () => {
    if (executablePath === undefined)
      throw new Error('There is no Chromium for the browser tests: install it, or set CHROMIUM_PATH.');
    newsroom = await makeNewsroom();
    const login = loginIn(await newsroom.start('--no-demo'));
    const post = await prepare(newsroom.cms, login);
    const publish = async (title: string): Promise<string> => {
      const answer = await post(`${collection}/actions/publish?locale=en`, { title });
      return 'data' in answer ? (answer.data.documentId ?? '') : '';
    };
    const [lasting, fresh, rare] = [await publish('Much read before'), await publish('Read now'), await publish('Hardly read')];
    await count([
      [lasting, 2, 150],
      [lasting, 1, 40],
      [fresh, 1, 100],
      [rare, 1, 5],
    ]);
    browser = await chromium.launch({ executablePath, args: chromiumFlags });
    editor = await logIn(browser, newsroom.cms, login, 'en');
    await editor.page.goto(`${newsroom.cms}/admin`);
    await editor.page.getByRole('link', { name: 'Popular' }).first().click();
    await main().getByRole('heading', { level: 2, name: 'The list', exact: true }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await newsroom?.remove();
  });

  /** A counter sends views: of a release, so many days ago, how many. */
  async function count(views: [string, number, number][]): Promise<void> {
    const [, token] =
      /^NEWSROOM_METRICS_TOKEN="?([^"\n]+)/m.exec(readFileSync(newsroom.environment.NEWSROOM_ENV ?? '', 'utf8')) ?? [];
    const rows = views.map(([release, ago, number]) => {
      return { release, language: 'en', day: day(ago), views: number, comments: 0, reactions: 0 };
    });
    const answer = await fetch(`${newsroom.cms}/api/newsroom/metrics`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ source: 'test', rows }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  const main = () => editor.page.getByRole('main');
  const list = () => main().getByRole('region', { name: 'The list', exact: true });
  const press = (name: string) => main().getByRole('button', { name, exact: true }).click();
  const places = async () => {
    const rows = await list().getByRole('table').first().locator('tbody > tr').allTextContents();
    return rows.map((row) => /Much read before|Read now|Hardly read/.exec(row)?.[0]);
  };
  const becomes = (...titles: string[]) => expect.poll(places, { timeout: 20_000 }).toEqual(titles);

  it('the list shows how a score came about, day by day', async () => {
    await becomes('Much read before', 'Read now', 'Hardly read');
    await press('How the score of “Much read before” comes about');
    const sum = list().getByRole('table', { name: 'The score of “Much read before”, day by day' });
    expect(await sum.getByRole('row').nth(2).getByRole('cell').allTextContents()).toEqual([
      '1',
      '150',
      '0',
      '0',
      '150',
      '0.7071exactly 3037000499',
      '106.0660exactly 455550074850',
    ]);
    await press('How the score of “Much read before” comes about');
  });

  it('an article that is pinned stands first, and is marked', async () => {
    await press('Pin “Hardly read” to the first places');
    await becomes('Hardly read', 'Much read before', 'Read now');
    expect(await list().getByRole('row').nth(1).getByText('Pinned', { exact: true }).count()).toBe(1);
    const chosen = main().getByRole('region', { name: 'Pinned and left out' });
    expect(await chosen.getByRole('listitem').first().textContent()).toMatch(/Hardly read.*First Administrator/);
  });

  it('a pin that cannot be moved says why; one that is moved waits for the answer', async () => {
    await press('Pin “Read now” to the first places');
    await becomes('Hardly read', 'Read now', 'Much read before');
    await editor.page.route('**/newsroom/popular/choices', (route) => route.abort());
    await press('Move “Read now” up');
    const failure = editor.page.getByText(/^Nothing was changed\./).first();
    await failure.waitFor();
    await editor.page.unroute('**/newsroom/popular/choices');
    await press('Move “Read now” up');
    await becomes('Read now', 'Hardly read', 'Much read before');
    await list().getByRole('button', { name: 'Unpin “Read now”' }).click();
    await becomes('Hardly read', 'Much read before', 'Read now');
  });

  it('one that is left out is in no list, until that is undone', async () => {
    await press('Leave “Much read before” out of all lists');
    await becomes('Hardly read', 'Read now');
    await press('Let “Much read before” into the lists again');
    await becomes('Hardly read', 'Much read before', 'Read now');
  });

  it('other settings show what they do before anybody saves them', async () => {
    await main().getByLabel('A day counts half after … days').fill('0.5');
    await list().getByText('Preview: computed by settings that are not saved').waitFor();
    await becomes('Hardly read', 'Read now', 'Much read before');
    expect(
      await list()
        .getByRole('row', { name: /Read now/ })
        .textContent(),
    ).toContain('3 → 2');
    await press('Discard');
    await becomes('Hardly read', 'Much read before', 'Read now');
    await main().getByLabel('A day counts half after … days').fill('0,5');
    await press('Save');
    await becomes('Hardly read', 'Read now', 'Much read before');
    await list().getByText('Preview').waitFor({ state: 'detached' });
    await main().getByLabel('Days that count').fill('0');
    await main().getByText('Write a whole number from 1 to 365.').waitFor();
    expect(await main().getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);
    await press('Discard');
  });

  it('what a colleague saved meanwhile is not lost: the second one is told, and what was typed stays', async () => {
    await main().getByLabel('Releases in the list').fill('5');
    await list().getByText('Preview').waitFor();
    const colleague = await editor.page.context().newPage();
    await colleague.goto(editor.page.url());
    await colleague.getByLabel('A comment is worth … views').fill('50');
    await colleague.getByRole('button', { name: 'Save', exact: true }).click();
    await colleague.getByText('Saved. Readers get the list by these settings').first().waitFor();
    await colleague.close();
    await press('Save');
    await main().getByText('Somebody else saved other settings while you were typing').waitFor();
    const typed = async () => [
      await main().getByLabel('Releases in the list').inputValue(),
      await main().getByLabel('A comment is worth … views').inputValue(),
    ];
    expect(await typed()).toEqual(['5', '50']);
    await press('Save');
    await main().getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'detached' });
    expect(await typed()).toEqual(['5', '50']);
  });

  it('the list is given as a file', async () => {
    const [file] = await Promise.all([editor.page.waitForEvent('download'), press('Download as CSV')]);
    expect(file.suggestedFilename()).toMatch(/^popular-all-\d{4}-\d\d-\d\d\.csv$/);
    const lines = readFileSync((await file.path()) ?? '', 'utf8').split('\r\n');
    expect(lines.map((line) => line.split(',').slice(0, 5).join()).slice(1, 3)).toEqual([
      expect.stringMatching(/^1,\d?,Hardly read,en,yes$/),
      expect.stringMatching(/^2,\d?,Read now,en,$/),
    ]);
  });

  it('a silence stops the lists after a question, ends what is being tried, and ends', async () => {
    await main().getByLabel('Days that count').fill('3');
    await list().getByText('Preview: computed by settings that are not saved').waitFor();
    const [file] = await Promise.all([editor.page.waitForEvent('download'), press('Download as JSON')]);
    expect(file.suggestedFilename()).toMatch(/-preview\.json$/);
    await editor.page.getByRole('button', { name: 'Stop the lists' }).click();
    await editor.page.getByRole('button', { name: 'Stop them' }).click();
    await main()
      .getByText(/^First Administrator stopped them at \d\d:\d\d/)
      .waitFor();
    expect(
      await list()
        .getByRole('button', { name: /^(?:Pin|Unpin|Leave)/ })
        .count(),
    ).toBe(0);
    expect(await main().getByLabel('Days that count').isDisabled()).toBe(true);
    await list().getByText('Preview').waitFor({ state: 'detached' });
    expect(await main().getByLabel('Days that count').inputValue()).toBe('7');
    await press('End the silence');
    await editor.page.getByRole('button', { name: 'Let them move' }).click();
    await main()
      .getByText(/stopped them/)
      .waitFor({ state: 'detached' });
    await list().getByRole('button', { name: 'Unpin “Hardly read”' }).waitFor();
  });
});
