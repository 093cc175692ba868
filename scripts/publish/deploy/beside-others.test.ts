import { readFileSync, realpathSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { serveSite } from '../../static-server/serve-site.ts';
import { deployBeside, isStopped } from '../testing/deploy-beside.ts';
import { madeSite, newPlaces } from '../testing/made-site.ts';
import { deploy } from './deploy.ts';
import { liveEdition } from './kept-editions.ts';
import { underLock } from './lock.ts';
import type { Places } from './places.ts';
import { sweep } from './sweep.ts';
import { openWorkplace } from './workplace.ts';

const pages = ['index.html', 'kk/index.html', 'kk/news/2022/06/result/index.html'];

/** Steps of a switch, by what they do. */
const [beforeTheLock, underTheLock] = [/^renameSync .*assets/, /^symlinkSync .*live$/];

async function deployHere(places: Places, seq: number) {
  const workplace = openWorkplace(places);
  try {
    return await deploy(places, workplace, madeSite(seq, liveEdition(places)?.generation ?? 0));
  } finally {
    workplace.leave();
  }
}

describe('while editions are switched', { timeout: 120_000 }, () => {
  it('a reader gets every page whole, and all of one edition that is looked up once', async () => {
    const places = newPlaces();
    await deployHere(places, 1);
    const server = await serveSite(places.live, 0);
    const beside = deployBeside(places, [2, 40]);
    let ended = false;
    void beside.deployed.then(() => {
      ended = true;
    });
    const seen = new Set<string>();
    while (!ended) {
      const edition = realpathSync(places.live);
      const states = new Set(pages.map((page) => readFileSync(path.join(edition, page), 'utf8')));
      expect(states.size).toBe(1);
      const answers = await Promise.all(
        ['/', '/kk/', '/kk/pages/about/', '/_astro/page.abc.css'].map((at) => fetch(`${originOf(server)}${at}`)),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      const [, text] = await Promise.all(answers.map((answer) => answer.text()));
      expect(text).toMatch(/^state \d+$/);
      seen.add(text ?? '');
    }
    server.close();
    expect((await beside.deployed).length, beside.errors()).toBe(39);
    expect(seen.size).toBeGreaterThan(5);
  });
});

describe('two publishers', { timeout: 120_000 }, () => {
  it('that race never bring an older state back, and lose nothing', async () => {
    const places = newPlaces();
    await deployHere(places, 1);
    const others = [deployBeside(places, [2, 30]), deployBeside(places, [2, 30])];
    const deployed = (await Promise.all(others.map((beside) => beside.deployed))).flat().sort(([one], [other]) => one - other);
    const errors = others.map((beside) => beside.errors()).join('');
    // No generation twice, none left out, and no state lower than the one before it.
    expect(deployed.map(([generation]) => generation)).toEqual(deployed.map((_, index) => index + 2));
    expect(deployed.map(([, seq]) => seq)).toEqual(deployed.map(([, seq]) => seq).toSorted((one, other) => one - other));
    expect(errors).toMatch(/went live while this one was made|holds what was published up to/);
    expect(errors).not.toMatch(/ENOENT|EEXIST|ENOTEMPTY/);
    expect(liveEdition(places)?.seq).toBe(30);
    expect(readFileSync(path.join(places.live, 'kk/index.html'), 'utf8')).toBe('state 30');
  });

  it('of which one was frozen before its switch: it finds another edition live when it wakes, and leaves it', async () => {
    const places = newPlaces();
    for (const seq of [1, 2]) await deployHere(places, seq);
    rmSync(path.join(places.assets, '_astro/page.abc.css')); // so that it has to lay that, too
    const frozen = deployBeside(places, [3, 3], { kind: 'stop', at: beforeTheLock });
    while (!isStopped(frozen.child)) await wait(20);
    // So many that what the frozen one laid is cleared away as unused.
    for (let seq = 4; seq <= 16; seq += 1) await deployHere(places, seq);
    frozen.child.kill('SIGCONT');
    expect(await frozen.deployed).toEqual([]);
    expect(frozen.errors()).toContain('Edition 15 went live while this one was made after edition 2.');
    expect(liveEdition(places)).toMatchObject({ generation: 15, seq: 16 });
  });

  it('of which one was frozen while what it had laid was cleared away: it lays it again', async () => {
    const places = newPlaces();
    for (const seq of [1, 2]) await deployHere(places, seq);
    rmSync(path.join(places.assets, '_astro/page.abc.css')); // so that it has to lay that, too
    const frozen = deployBeside(places, [3, 3], { kind: 'stop', at: beforeTheLock });
    while (!isStopped(frozen.child)) await wait(20);
    const workplace = openWorkplace(places);
    await underLock(places, workplace.publisher, () => sweep(places, workplace.folder, Date.now()));
    workplace.leave();
    frozen.child.kill('SIGCONT');
    expect(await frozen.deployed, frozen.errors()).toEqual([[3, 3]]);
    expect(pages.map((page) => readFileSync(path.join(places.live, page), 'utf8'))).toEqual(pages.map(() => 'state 3'));
  });

  it('of which one was frozen while it switches: the other says who keeps it waiting, and for how long', async () => {
    const places = newPlaces();
    await deployHere(places, 1);
    let frozen = deployBeside(places, [2, 2], { kind: 'stop', at: underTheLock });
    while (!isStopped(frozen.child)) await wait(20);
    await expect(underLock(places, 'another', () => undefined, 300)).rejects.toThrow(
      new RegExp(`Another process has been switching editions in .* for more than 0.3 s: .*process ${frozen.child.pid}`),
    );
    frozen.child.kill('SIGKILL');
    await frozen.deployed;
    await underLock(places, 'another', () => undefined, 300);
    expect(liveEdition(places)?.seq).toBe(1);
    frozen = deployBeside(places, [2, 2]);
    expect(await frozen.deployed).toEqual([[2, 2]]);
  });
});

describe('a full disk', { timeout: 120_000 }, () => {
  it('leaves the old edition live, whenever it fills, and the next try succeeds', async () => {
    for (let at = 1; ; at += 4) {
      const places = newPlaces();
      await deployHere(places, 1);
      const full = deployBeside(places, [2, 2], { kind: 'full', at });
      const deployed = await full.deployed;
      const { seq = 0 } = liveEdition(places) ?? {};
      expect([seq, pages.map((page) => readFileSync(path.join(places.live, page), 'utf8'))]).toEqual([
        seq,
        pages.map(() => `state ${seq}`),
      ]);
      expect(deployed.length > 0, `step ${at}`).toBe(seq === 2);
      expect(seq === 1 || at > 20, `step ${at}`).toBe(true);
      if (seq === 1) expect(full.errors()).toContain('ENOSPC');
      expect(await deployHere(places, 3)).toMatchObject({ generation: seq + 1, seq: 3 });
      if (full.errors() === '') break;
    }
  });
});

function originOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}
