import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { code, madeSite, newPlaces } from '../testing/made-site.ts';
import { deploy } from './deploy.ts';
import { keptEditions, liveEdition } from './kept-editions.ts';
import type { Places } from './places.ts';
import { release, rollBack } from './roll-back.ts';
import { openWorkplace } from './workplace.ts';

async function put(places: Places, seq: number, files: Record<string, string> = {}) {
  const workplace = openWorkplace(places);
  try {
    return await deploy(places, workplace, madeSite(seq, liveEdition(places)?.generation ?? 0, files));
  } finally {
    workplace.leave();
  }
}
const read = (places: Places, file: string) => readFileSync(path.join(places.live, file), 'utf8');

it('a drawn site is what readers get, and it says which edition it is', async () => {
  const places = newPlaces();
  const first = await put(places, 5);
  expect(first).toMatchObject({
    generation: 1,
    epoch: 'first',
    seq: 5,
    code,
    asOf: '2022-06-05',
    pages: 3,
    paused: null,
    order: 0,
  });
  expect(JSON.parse(read(places, 'edition.json'))).toEqual(first);
  expect([read(places, 'kk/news/2022/06/result/index.html'), read(places, '_astro/page.abc.css')]).toEqual([
    'state 5',
    'body {}',
  ]);
  expect(readdirSync(places.work)).toEqual([]);
});

it('a folder that did not change is the same one in the next edition', async () => {
  const places = newPlaces();
  await put(places, 5);
  const before = readdirSync(places.objects);
  const about = statSync(path.join(places.live, 'kk/pages/about')).ino;
  await put(places, 6);
  expect(statSync(path.join(places.live, 'kk/pages/about')).ino).toBe(about);
  // On the way to the changed page: the top, kk, and five folders below, of which two lead to it alone.
  expect(readdirSync(places.objects).filter((name) => !before.includes(name))).toHaveLength(6);
});

it('rollback', async () => {
  const places = newPlaces();
  for (const seq of [1, 2, 3]) await put(places, seq);
  const workplace = openWorkplace(places);
  const back = await rollBack(places, workplace, undefined, { order: 0, pause: { by: 'A', at: '2022-06-05T00:00:00.000Z' } });
  expect(back).toMatchObject({ generation: 4, seq: 2, paused: { by: 'A' } });
  expect(read(places, 'kk/index.html')).toBe('state 2');
  await expect(put(places, 9)).rejects.toThrow('A rolled the site back');
  expect(await release(places, workplace, { order: 0 })).toMatchObject({ generation: 5, seq: 2, paused: null });
  await put(places, 9);
  expect(keptEditions(places).map((e) => e.generation)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(lstatSync(places.live).isSymbolicLink()).toBe(true);
  expect(existsSync(path.join(places.live, 'kk'))).toBe(true);
});
