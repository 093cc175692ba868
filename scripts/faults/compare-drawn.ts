import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Edition } from '@newsroom/shared/edition';
import type { Findings } from './findings.ts';
import type { Newsroom } from './newsroom.ts';

/** Draws the whole site from nothing but the CMS, and compares it with what is live, file by file, byte by byte. */
export async function compareWithDrawnAnew(newsroom: Newsroom, live: Edition, findings: Findings): Promise<number> {
  await sitemapMade(newsroom, live);
  const anew = path.join(newsroom.folder, 'anew');
  const compiled = path.join(newsroom.folder, 'var', 'site', 'compiled');
  mkdirSync(path.join(anew, 'site'), { recursive: true });
  // What a compiled site draws depends on its code alone, so that it need not be compiled again.
  if (existsSync(compiled)) cpSync(compiled, path.join(anew, 'site', 'compiled'), { recursive: true, verbatimSymlinks: true });
  const dist = path.join(anew, 'dist');
  const build = newsroom.command('scripts/publish/build.ts', ['--as-of', live.asOf], { NEWSROOM_VAR: anew, NEWSROOM_DIST: dist });
  const code = await build.ended;
  if (code !== 0) {
    findings.add('differs', `nothing could be drawn to compare with: build ended with ${code}`);
    return 0;
  }
  const [ours, theirs] = [filesIn(dist), filesIn(path.join(newsroom.folder, 'var', 'site', 'live'))];
  theirs.delete('edition.json');
  for (const name of new Set([...ours.keys(), ...theirs.keys()])) {
    const [one, other] = [ours.get(name), theirs.get(name)];
    // Whoever reads a page that was just replaced still finds its pictures and styles.
    if (one === undefined && /^(?:media|_astro)\//.test(name)) continue;
    if (one === undefined || other === undefined)
      findings.add('differs', `${name} is only in the ${one === undefined ? 'live' : 'newly drawn'} site`);
    else if (!readFileSync(one).equals(readFileSync(other))) findings.add('differs', `${name} is another one (live: ${other})`);
  }
  const pages = [...ours.keys()].filter((name) => !isNoPage(name)).length;
  if (pages !== live.pages)
    findings.add('differs', `edition.json counts ${live.pages} pages, and ${pages} are drawn from nothing`);
  return ours.size;
}

/** The sitemap comes when nothing was published for a moment. Where it does not come, the comparison tells. */
async function sitemapMade({ folder }: Newsroom, { generation }: Edition): Promise<void> {
  const made = path.join(folder, 'var', 'site', 'editions', String(generation), 'later');
  for (const began = Date.now(); !existsSync(made) && Date.now() - began < 60_000; await pause(500)) {
    // it looks again
  }
}

/** Whether a file is none that the site's pages draw: what lies there as it is, and what is written at the end. */
function isNoPage(name: string): boolean {
  return /^(?:(?:media|_astro)\/|sitemap-|_redirects$|favicon\.)/.test(name);
}

/** All files below a folder, by their path from there; links are followed. */
function filesIn(folder: string, below = ''): Map<string, string> {
  const files = new Map<string, string>();
  for (const name of readdirSync(path.join(folder, below))) {
    const relative = path.join(below, name);
    const whole = path.join(folder, relative);
    if (!statSync(whole).isDirectory()) files.set(relative, whole);
    else for (const [each, place] of filesIn(folder, relative)) files.set(each, place);
  }
  return files;
}
