import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../check/chromium.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-screenshots-'));
const [site, out] = [path.join(folder, 'site'), path.join(folder, 'out')];
const release = 'ar/news/2024/03/a-briefing/index.html';

beforeAll(() => {
  mkdirSync(path.join(site, path.dirname(release)), { recursive: true });
  const page = `<!DOCTYPE html><html lang="ar" dir="rtl"><title>News</title><h1>News</h1>${'<p>News.</p>'.repeat(500)}`;
  for (const file of ['ar/index.html', release]) writeFileSync(path.join(site, file), page);
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(environment: NodeJS.ProcessEnv = {}) {
  const script = path.join(import.meta.dirname, '..', 'screenshots', 'screenshots.ts');
  return spawnSync(process.execPath, [script, '--site', site, '--out', out], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, CHROMIUM_PATH: process.env.CHROMIUM_PATH, ...environment },
  });
}

describe.skipIf(findChromium() === undefined && process.env.CI !== 'true')('screenshots of a drawn site', () => {
  it('are taken in every width, light and dark, not endlessly high, with a page that shows them all', () => {
    const { status, stderr } = run();
    expect(status, stderr).toBe(0);
    const pictures = readdirSync(out).filter((name) => name.endsWith('.png'));
    expect(pictures).toHaveLength(2 * 3 * 2);
    const sheet = readFileSync(path.join(out, 'index.html'), 'utf8');
    for (const name of pictures) expect(sheet).toContain(`src="${name}"`);
    const png = readFileSync(path.join(out, 'home.ar.360.dark.png'));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([360, 6000]);
    expect(readFileSync(path.join(out, 'news-year-month-slug.ar.pdf')).subarray(0, 4).toString()).toBe('%PDF');
  });

  it('never empty a folder that holds other things', () => {
    writeFileSync(path.join(out, 'notes.txt'), 'mine');
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('holds other things') });
    expect(readFileSync(path.join(out, 'notes.txt'), 'utf8')).toBe('mine');
  });
});
