import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Edition } from '@newsroom/shared/edition';
import { languages } from '@newsroom/shared/languages';
import type { Random } from '../scale/random.ts';
import type { Expectations } from './expectations.ts';
import type { Findings } from './findings.ts';
import type { Newsroom } from './newsroom.ts';

/** A reader who asks for pages without end, and remembers every address that a page ever named. */
export interface Crawler {
  /** How many answers of each status there were. */
  statuses: Map<number, number>;
  /** How many pages were compared with the edition that the site said it was. */
  compared(): number;
  stop(): Promise<void>;
}

interface Answered {
  status: number;
  body: Buffer;
  type: string;
}

/** How long an answer may take, in milliseconds: the machine may be busy. */
const patience = 300_000;

export function startCrawler(newsroom: Newsroom, expectations: Expectations, findings: Findings, chance: Random): Crawler {
  const statuses = new Map<number, number>();
  const known = new Set(['/', ...languages.map((language) => `/${language}/`), '/sitemap-index.xml', '/no-such-page/']);
  let [stopped, compared] = [false, 0];
  let last: Edition | undefined;

  const ask = async (address: string): Promise<Answered> => {
    try {
      const response = await fetch(`${newsroom.site}${address}`, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      const body = Buffer.from(await response.arrayBuffer());
      return { status: response.status, body, type: response.headers.get('content-type') ?? '' };
    } catch (error) {
      findings.add('answers', `${address}: none at all (${String((error as Error).cause ?? error)})`);
      return { status: 0, body: Buffer.alloc(0), type: '' };
    }
  };

  const edition = async (): Promise<Edition | undefined> => {
    const { status, body } = await ask('/edition.json');
    if (status !== 200) {
      if (status !== 0) findings.add('answers', `/edition.json: ${status}`);
      return undefined;
    }
    const now = JSON.parse(body.toString()) as Edition;
    if (last !== undefined && (now.generation < last.generation || (now.epoch === last.epoch && now.seq < last.seq)))
      findings.add('backwards', `edition ${now.generation} (seq ${now.seq}) after ${last.generation} (seq ${last.seq})`);
    last = now;
    return now;
  };

  const look = async (): Promise<void> => {
    const before = await edition();
    const address = chance.pick([...known]);
    const page = await ask(address);
    const isRemoved = /\/(f\d+)(?:-|\/)/.exec(address)?.[1];
    const mayMiss = address === '/no-such-page/' || (isRemoved !== undefined && expectations.wasRemoved(isRemoved));
    const isRight = [200, 301, 410].includes(page.status) || (page.status === 404 && mayMiss);
    if (!isRight && page.status !== 0) findings.add('answers', `${address}: ${page.status}`);
    const named = page.type.includes('html') ? namedIn(page.body.toString()) : { pages: [], files: [] };
    for (const file of named.files) {
      const { status } = await ask(file);
      if (status !== 200) findings.add('dangling', `${address} names ${file}: ${status}`);
    }
    for (const each of named.pages) known.add(each);
    const after = await edition();
    // The site was one edition all the while: then the page is that one's, to the byte.
    if (before === undefined || before.generation !== after?.generation) return;
    const wrong = compare(newsroom.folder, after.generation, address, page);
    if (wrong === 'not kept') return;
    compared += 1;
    if (wrong !== undefined) findings.add('mixed', `${address} in edition ${after.generation}: ${wrong}`);
  };

  const crawling = (async () => {
    while (!stopped) {
      await look();
      await pause(60);
    }
  })();
  return {
    statuses,
    compared: () => compared,
    async stop() {
      stopped = true;
      await crawling;
    },
  };
}

/** What is wrong with an answer that an edition gave. */
function compare(folder: string, generation: number, address: string, { status, body }: Answered): string | undefined {
  const site = path.join(folder, 'var', 'site', 'editions', String(generation), 'site');
  if (!existsSync(site)) return 'not kept';
  const file = path.join(site, decodeURIComponent(address), address.endsWith('/') ? 'index.html' : '');
  const isThere = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  // Sweeping old editions away, and reading them here, may cross.
  if (!existsSync(site)) return 'not kept';
  if (status === 200 && !isThere) return 'the edition has no such page';
  if (status === 404 && isThere) return 'the edition has this page';
  if (status === 200 && !readFileSync(file).equals(body)) return 'the edition has another page there';
  return undefined;
}

/** The site's own addresses that a page names. */
function namedIn(html: string): { pages: string[]; files: string[] } {
  const named = [...html.matchAll(/\s(?:href|src)="(\/(?!\/)[^"#?]*)/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  );
  const sources = [...html.matchAll(/\ssrcset="([^"]+)"/g)].flatMap(([, list = '']) =>
    list.split(',').map((each) => each.trim().split(' ')[0] ?? ''),
  );
  const all = new Set([...named, ...sources.filter((each) => each.startsWith('/'))]);
  const isPage = (address: string) => address.endsWith('/');
  return { pages: [...all].filter(isPage), files: [...all].filter((address) => !isPage(address)) };
}
