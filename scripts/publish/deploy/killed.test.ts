import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { madeSite, newPlaces, picture } from '../testing/made-site.ts';
import { deploy } from './deploy.ts';
import { keptEditions, liveEdition } from './kept-editions.ts';
import { underLock } from './lock.ts';
import { readObject } from './objects.ts';
import { type Places, placesIn } from './places.ts';
import { sweep } from './sweep.ts';
import { openWorkplace } from './workplace.ts';

const testing = path.join(import.meta.dirname, '..', 'testing');

/** Twelve editions, so that every further one removes another. */
const before = newPlaces();
const last = 12;
beforeAll(async () => {
  for (let seq = 1; seq <= last; seq += 1) await deployHere(before, seq);
});

async function deployHere(places: Places, seq: number) {
  const workplace = openWorkplace(places);
  const edition = await deploy(places, workplace, madeSite(seq, liveEdition(places)?.generation ?? 0));
  workplace.leave();
  return edition;
}

/** Each step takes a process; in CI none is left out. */
const stride = process.env.CI === 'true' ? 1 : 3;

/** Deploys the next state in a process of its own, which is killed before one of its steps. */
function deployKilledAt(step: number): { places: Places; ended: boolean } {
  const places = placesIn(path.join(mkdtempSync(path.join(tmpdir(), 'newsroom-killed-')), 'site'));
  cpSync(before.root, places.root, { recursive: true, verbatimSymlinks: true });
  const kill = ['--import', path.join(testing, 'fault-at-step.mjs')];
  const { status, signal, stderr } = spawnSync(
    process.execPath,
    [...kill, path.join(testing, 'deploy-program.ts'), places.root, String(last + 1)],
    { encoding: 'utf8', env: { PATH: process.env.PATH, FAULT_AT: String(step), FAULT_BELOW: places.root } },
  );
  if (signal !== 'SIGKILL' && status !== 0) throw new Error(stderr);
  return { places, ended: signal === null };
}

const pages = ['index.html', 'kk/index.html', 'kk/news/2022/06/result/index.html'];

/** Clears away what can be, as a publisher does that waits, when nobody reads a replaced page any more. */
async function sweepLater(places: Places): Promise<void> {
  const workplace = openWorkplace(places);
  await underLock(places, workplace.publisher, () => sweep(places, workplace.folder, Date.now() + 16 * 60_000));
  workplace.leave();
}

/** What every page of the live site says, and what `edition.json` does. */
function readLive(places: Places) {
  return {
    states: new Set(pages.map((file) => readFileSync(path.join(places.live, file), 'utf8'))),
    style: readFileSync(path.join(places.live, '_astro/page.abc.css'), 'utf8'),
    about: readFileSync(path.join(places.live, 'kk/pages/about/index.html'), 'utf8'),
    seq: JSON.parse(readFileSync(path.join(places.live, 'edition.json'), 'utf8')).seq,
  };
}

/** The objects that kept editions name, in order. */
function usedObjects(places: Places): string[] {
  const used = new Set<string>();
  const visit = (name: string) => {
    used.add(name);
    for (const within of readObject(places, name).folders.values()) visit(within);
  };
  for (const { generation } of keptEditions(places))
    visit(path.basename(readlinkSync(path.join(places.editions, String(generation), 'site'))));
  return [...used].sort();
}

describe('a publisher that is killed while it deploys', () => {
  it('before any of its steps leaves one whole edition live, and the next one deploys and clears up', {
    timeout: 300_000,
  }, async () => {
    const seen = new Set<number>();
    let step = 1;
    for (; ; step += stride) {
      const { places, ended } = deployKilledAt(step);
      const { seq, states, ...rest } = readLive(places);
      expect([last, last + 1], `step ${step}`).toContain(seq);
      expect([...states], `step ${step}`).toEqual([`state ${seq}`]);
      expect(rest).toEqual({ style: 'body {}', about: 'who we are' });
      seen.add(seq);
      // What was not switched to is no edition, and nothing is cleared away for its sake.
      expect(keptEditions(places)[0]?.seq, `step ${step}`).toBe(seq);
      await sweepLater(places);
      expect([...readLive(places).states], `step ${step}`).toEqual([`state ${seq}`]);
      expect(readFileSync(path.join(places.live, picture(seq)), 'utf8')).toBe('picture');

      // The same state again, so that what was left half done would be taken for done.
      expect((await deployHere(places, last + 1)).seq, `step ${step}`).toBe(last + 1);
      const { seq: healed, states: shown, ...others } = readLive(places);
      expect([healed, ...shown], `step ${step}`).toEqual([last + 1, `state ${last + 1}`]);
      expect(others).toEqual(rest);
      expect(keptEditions(places)).toHaveLength(10);
      expect(readdirSync(places.objects).sort(), `step ${step}`).toEqual(usedObjects(places));
      expect(readdirSync(places.work)).toEqual([]);
      expect(existsSync(places.lockHolder)).toBe(false);
      if (ended) break;
    }
    // It was killed often enough, and on both sides of the switch.
    expect(step).toBeGreaterThan(40);
    expect([...seen].sort()).toEqual([last, last + 1]);
  });
});
