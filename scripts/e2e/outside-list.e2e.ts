import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeNewsroom, type OwnNewsroom } from './own-newsroom.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-outside-'));
const file = path.join(folder, 'list.txt');
const about = ['--source', 'Редакция', '--captured-at', '2024-11-01T09:00', '--language', 'ru'];
let newsroom: OwnNewsroom;

beforeAll(async () => {
  // Rank 2 has more of everything: nobody may put it first.
  writeFileSync(file, '1🗳 Проверьте себя в списке\n- 10\n- 0\n- 1\n-\n2 Участки открылись\n- 5998\n- 4\n- 11\n');
  newsroom = await makeNewsroom();
  await newsroom.start('--no-demo');
});
afterAll(async () => {
  await newsroom?.remove();
  rmSync(folder, { recursive: true });
});

const send = (...more: string[]) => newsroom.run('scripts/metrics/import-popular.ts', file, ...about, ...more);

it('an outside list is stored once, and another under its name and time is refused in the words of the CMS', async () => {
  expect(await send()).toEqual({ code: 0, output: expect.stringContaining('is stored') });
  expect(await send()).toEqual({ code: 0, output: expect.stringContaining('nothing changed') });
  writeFileSync(file, '1 Участки открылись\n- 5998\n- 4\n- 11\n');
  const refused = await send();
  expect(refused.code).toBe(1);
  expect(refused.output).toMatch(/The CMS did not take the list: .*\S/);
});

it('readers see it in its own order, with its source, on a site with nothing wrong in it', async () => {
  const popular = async () => await (await fetch(`${newsroom.site}/ru/popular/`)).text();
  await expect.poll(popular, { timeout: 60_000, interval: 250 }).toContain('Редакция');
  const page = await popular();
  expect(page.indexOf('Проверьте себя')).toBeGreaterThan(0);
  expect(page.indexOf('Участки открылись')).toBeGreaterThan(page.indexOf('Проверьте себя'));
  const checked = await newsroom.run('scripts/site-check/check-site.ts');
  expect(checked, checked.output).toMatchObject({ code: 0 });
});
