import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { filesOf } from '../test/drawn-page.ts';
import { newFolder } from '../test/feed-file.ts';
import { runNode, runNodeWell } from '../test/run-command.ts';
import { ownHand } from './hands.ts';
import { loadCompiledSite } from './load-compiled-site.ts';
import { NamedPaths } from './named-paths.ts';

const { compiled, snapshot, drawn } = inject('goldenSite');

/** The golden snapshot with something broken in it, which no feed could bring there. */
function brokenSnapshot(sql: string): string {
  const file = join(newFolder(), 'snapshot.sqlite');
  cpSync(snapshot, file);
  new Sqlite(file).exec(sql).close();
  return file;
}

function draw(from: string, out: string) {
  return runNode(['draw/draw.ts', '--compiled', compiled, '--snapshot', from, '--out', out]);
}

describe('astro build', () => {
  test('gives the same bytes as compiling and drawing, and leaves nothing of the server', async () => {
    const folder = newFolder();
    const dist = join(folder, 'site', 'dist');
    mkdirSync(dist, { recursive: true });
    const { code, stdout, stderr } = await runNode(['node_modules/astro/bin/astro.mjs', 'build', '--outDir', dist], {
      NEWSROOM_SNAPSHOT: snapshot,
      ASTRO_TELEMETRY_DISABLED: '1',
      // As a shell may have it; the pages must not follow.
      DEV: '1',
    });
    expect(code, stdout + stderr).toBe(0);
    expect(filesOf(dist)).toEqual(filesOf(drawn));
    for (const file of filesOf(dist))
      expect(readFileSync(join(dist, file)).equals(readFileSync(join(drawn, file))), file).toBe(true);
  });
});

/** Every page of the golden example: drawn, or as Astro's server answers it. */
async function allPages(way: 'draw' | 'serve'): Promise<Map<string, Buffer>> {
  const site = loadCompiledSite(join(compiled, 'server'));
  const open = site.openSnapshot(snapshot, Sqlite);
  const bodies = new Map<string, Buffer>();
  for (const page of site.listPages(open)) {
    if (way === 'serve') {
      const response = await site.servePage(page, { snapshot: open, known: null });
      bodies.set(page.path, Buffer.from(await response.arrayBuffer()));
    } else {
      const drawn = await site.drawPage(open, page, null);
      bodies.set(page.path, Buffer.from(drawn.kind === 'drawn' ? drawn.body : []));
    }
  }
  return bodies;
}

describe('drawing without a server', () => {
  afterEach(() => vi.unstubAllGlobals());

  test("gives the bytes that Astro's server answers with", async () => {
    const served = await allPages('serve');
    const drawn = await allPages('draw');
    expect([...drawn.keys()]).toEqual([...served.keys()]);
    for (const [path, body] of drawn) expect(body.toString(), path).toBe(served.get(path)?.toString());
  });

  test('makes no request for a page, once one of its route was drawn', async () => {
    const site = loadCompiledSite(join(compiled, 'server'));
    const open = site.openSnapshot(snapshot, Sqlite);
    const releases = site.listPages(open).filter(({ kind }) => kind === 'release');
    const [first, second] = releases;
    if (first === undefined || second === undefined) throw new Error('The golden example has releases.');
    expect((await site.drawPage(open, first, null)).kind).toBe('drawn');
    vi.stubGlobal(
      'Request',
      class {
        constructor() {
          throw new Error('a request');
        }
      },
    );
    expect((await site.drawPage(open, second, null)).kind).toBe('drawn');
    await expect(site.servePage(second, { snapshot: open, known: null })).rejects.toThrow('a request');
  });
});

describe('drawing', () => {
  test('twice gives the same bytes', async () => {
    const out = join(newFolder(), 'out');
    expect((await draw(snapshot, out)).code).toBe(0);
    for (const file of filesOf(drawn))
      expect(readFileSync(join(out, file)).equals(readFileSync(join(drawn, file))), file).toBe(true);
  });

  test('a page that throws fails the whole, naming its path and the cause, and leaves no folder', async () => {
    const out = join(newFolder(), 'out');
    const broken = brokenSnapshot("UPDATE releases SET released_at = 'never' WHERE id = 'releasetwo'");
    const { code, stderr } = await draw(broken, out);
    expect(code).toBe(1);
    expect(stderr).toContain('The page /kk/ cannot be drawn. RangeError: Invalid time value');
    expect(stderr).not.toContain('    at ');
    expect(existsSync(out)).toBe(false);
  });

  test('hears between pages what comes from outside, such as that whoever started it was stopped', async () => {
    const site = loadCompiledSite(join(compiled, 'server'));
    let count = 0;
    const counting: typeof site = {
      ...site,
      drawPage: (...page) => {
        count += 1;
        return site.drawPage(...page);
      },
    };
    const open = site.openSnapshot(snapshot, Sqlite);
    const pages = site.listPages(open);
    const heard = new Promise<number>((resolve) => setImmediate(() => resolve(count)));
    const easel = {
      compiled: counting,
      snapshot: open,
      named: new NamedPaths(site.site),
      out: join(newFolder(), 'out'),
      goesOn: false,
    };
    await ownHand(easel)(
      pages.map((page) => ({ page })),
      () => undefined,
    );
    expect(count).toBe(pages.length);
    expect(await heard).toBeLessThan(count);
  });

  test('needs a snapshot, and says how to get one', async () => {
    const { code, stderr } = await draw(join(newFolder(), 'none.sqlite'), join(newFolder(), 'out'));
    expect(code).toBe(1);
    expect(stderr).toContain('Take a feed in first');
  });

  test('does not read a snapshot of another format', async () => {
    const { code, stderr } = await draw(brokenSnapshot('PRAGMA user_version = 999'), join(newFolder(), 'out'));
    expect(code).toBe(1);
    expect(stderr).toContain('cannot be read by this version of the site');
  });

  test('does not draw over what is there', async () => {
    const out = newFolder();
    const { code, stderr } = await draw(snapshot, out);
    expect(code).toBe(2);
    expect(stderr).toContain('is there already');
    expect(existsSync(out)).toBe(true);
  });
});

describe('compiling', () => {
  test('is done once for the same code, and again for another address of the site', async () => {
    const into = dirname(compiled);
    expect(await runNodeWell(['draw/compile.ts', '--into', into])).toBe(compiled);
    const other = await runNode(['draw/compile.ts', '--into', into], { SITE_URL: 'https://other.example' });
    const folder = other.stdout.trim().split('\n').at(-1) ?? '';
    expect(folder).not.toBe(compiled);
    expect(readdirSync(into)).toHaveLength(2);
    rmSync(folder, { recursive: true });
  });
});
