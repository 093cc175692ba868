import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DrawnEdition } from '../deploy/deploy.ts';
import { type Places, placesIn } from '../deploy/places.ts';

export const code = 'c'.repeat(64);

/** A folder for editions, with nothing in it. */
export function newPlaces(): Places {
  return placesIn(mkdtempSync(path.join(tmpdir(), 'newsroom-editions-')));
}

/** The picture that the site of a state shows, and no other's. */
export function picture(seq: number): string {
  return `media/${String(seq % 10).repeat(64)}-640.webp`;
}

/**
 * A drawn site of a few files, ready to be deployed: every page says in which state it was drawn.
 *
 * @param files further files, by their paths
 */
export function madeSite(seq: number, base: number, files: Record<string, string> = {}): DrawnEdition {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-drawn-'));
  const all: Record<string, string> = {
    'index.html': `state ${seq}`,
    'kk/index.html': `state ${seq}`,
    'kk/news/2022/06/result/index.html': `state ${seq}`,
    'kk/pages/about/index.html': 'who we are',
    '_astro/page.abc.css': 'body {}',
    [picture(seq)]: 'picture',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, 'site', name)), { recursive: true });
    writeFileSync(path.join(folder, 'site', name), text);
  }
  return {
    folder: path.join(folder, 'site'),
    from: null,
    gone: [],
    assets: Object.keys(all).filter((name) => /^(?:_astro|media)\//.test(name)),
    sitemap: [],
    making: { epoch: 'first', seq, code, asOf: '2022-06-05' },
    base,
    elsewhere: null,
    held: [],
    mark: String(seq % 10).repeat(64),
    pages: 3,
    order: 0,
  };
}
