import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { takeInFeed } from '../src/content/take-in-feed.ts';
import { ChangeLog } from '../test/change-log.ts';
import { layOriginals } from '../test/drawn-pictures.ts';
import { newFolder } from '../test/feed-file.ts';
import { settings } from '../test/newsroom.ts';
import { act, hall, stage } from '../test/random-acts.ts';
import type { AccountLine } from './account.ts';
import { drawEdition } from './draw-edition.ts';
import { filesIn } from './files-in.ts';
import { Ledger } from './ledger.ts';

const server = join(inject('goldenSite').compiled, 'server');

/** What is published at a time, and what is done then. */
const step = fc.record({
  acts: fc.array(act, { maxLength: 3 }),
  how: fc.constantFrom(
    ...Array.from({ length: 6 }, () => 'difference'),
    'another day',
    'another day',
    'not kept',
    'not kept',
    'another code',
  ),
});

/** More than in everyday runs: `PROPERTY_RUNS=40`. A failure names its seed, by which it comes again. */
const search = { numRuns: Number(process.env.PROPERTY_RUNS ?? 3), endOnFailure: true };

/** In milliseconds; for a machine that does much else. */
const patience = 20 * 60_000;

/** How many drawings were whole, and how many went on from another. */
const counts = { whole: 0, bySteps: 0 };

test(
  'whatever is published, what is drawn by steps is what is drawn anew, and only what is another is drawn',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 10, size: 'max' }), async (steps) => {
        const log = new ChangeLog();
        log.write(...settings());
        const [snapshot, site, file] = [join(newFolder(), 'snapshot.sqlite'), newFolder(), join(newFolder(), 'ledger.sqlite')];
        layOriginals([hall, stage], snapshot);
        let [asOf, code] = ['2024-06-03', 'one'];
        const take = (feed: string) => takeInFeed({ feed, snapshot, asOf, acceptLoss: true, holdFaults: true });
        await take(log.whole());
        let before = await drawAnew(snapshot);
        await drawStep({ snapshot, code, file, site }, true);
        for (const { acts, how } of steps) {
          const since = log.head;
          log.write(...acts);
          if (how === 'another day') asOf = asOf === '2024-06-03' ? '2024-06-04' : '2024-06-03';
          if (how === 'another code') code = code === 'one' ? 'two' : 'one';
          await take(log.difference(since));
          const drawn = await drawStep({ snapshot, code, file, site }, how !== 'not kept');
          if (how === 'another code') expect(drawn.base).toBeNull();
          const anew = await drawAnew(snapshot);
          if (how !== 'not kept') expect(contentOf(site)).toEqual(contentOf(anew.folder));
          expect(drawn.listing).toEqual(anew.listing);
          expect([drawn.all, drawn.dead]).toEqual([anew.all, anew.dead]);
          const others = [...anew.digests].filter(([path, digest]) => before.digests.get(path) !== digest).map(([path]) => path);
          // Where all was derived anew, as when the office shows what is not translated, all is drawn.
          const due = drawn.base === null ? anew.pages : others.filter((path) => path !== '/_redirects');
          expect(drawn.pages.toSorted()).toEqual(due.toSorted());
          counts[drawn.base === null ? 'whole' : 'bySteps'] += 1;
          expect(drawn.namedBy).toEqual([]);
          if (how !== 'not kept') before = anew;
        }
      }),
      search,
    );
    expect(counts.bySteps).toBeGreaterThan(counts.whole);
  },
  patience,
);

/** Draws with a ledger, and brings a folder to what was drawn. */
async function drawStep(
  { snapshot, code, file, site }: { snapshot: string; code: string; file: string; site: string },
  isKept: boolean,
) {
  const ledger = new Ledger(file);
  const drawn = await draw(snapshot, ledger, code);
  if (isKept) {
    ledger.keep({ ...drawn.state, root: 'kept' });
    for (const gone of drawn.gone) rmSync(join(site, gone));
    cpSync(drawn.folder, site, { recursive: true });
  }
  ledger.close();
  return drawn;
}

async function drawAnew(snapshot: string) {
  const ledger = new Ledger(join(newFolder(), 'ledger.sqlite'));
  try {
    return await draw(snapshot, ledger);
  } finally {
    ledger.close();
  }
}

async function draw(snapshot: string, ledger: Ledger, code = 'one') {
  const [folder, lines]: [string, AccountLine[]] = [newFolder(), []];
  const quiet = { whole: false, goesOn: true, clientFiles: [], progress: () => undefined };
  const record = (line: AccountLine) => lines.push(line);
  const state = await drawEdition({ server, code, snapshot, ledger, out: folder, ...quiet, record });
  const told = <K extends string>(kind: K) =>
    lines.filter((line): line is Extract<AccountLine, { kind: K }> => 'kind' in line && line.kind === kind);
  const gone = told('gone');
  const all = told('all').map(({ looked: _, ...rest }) => rest);
  return {
    ...{ folder, state, all, base: lines.flatMap((line) => ('account' in line ? line.base : []))[0] },
    pages: told('page').map(({ path }) => path),
    gone: gone.map((page) => page.file),
    namedBy: gone.flatMap((page) => page.namedBy),
    dead: told('dead-link').map(({ isNew: _, ...link }) => link),
    listing: ledger.allPages(),
    digests: new Map(ledger.allRows().map(({ page, digest }) => [page.path, digest])),
  };
}

/** Pictures aside: those that nobody names any more stay where they were laid. */
function contentOf(folder: string): Record<string, string> {
  const files = filesIn(folder).filter((file) => !file.startsWith('media/'));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}
