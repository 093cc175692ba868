import { spawnSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { countPages } from '../count-pages.ts';
import { runMeasured } from '../measured-command.ts';
import { hugoReleaseFile, writeHugoInput } from '../peers/hugo-input.ts';
import { peerNewsrooms } from '../peers/peer-newsroom.ts';
import { writeStaticFiles } from '../peers/static-files.ts';
import type { Workload } from '../workload.ts';
import type { Builder } from './builder.ts';

/** Hugo with the project in `peers/hugo`. */
export function hugoBuilder(workload: Workload): Builder & Editable {
  const own = path.join(workload.folder, 'hugo');
  const [out, cache] = [path.join(own, 'public'), path.join(own, 'cache')];
  const newsrooms = peerNewsrooms(workload.entries, workload.asOf);
  writeHugoInput(own, newsrooms);
  writeStaticFiles(path.join(own, 'static'), workload.originals);
  return {
    subject: 'hugo',
    forget() {
      for (const made of [out, cache, path.join(own, 'resources')]) rmSync(made, { recursive: true, force: true });
    },
    edit(turn) {
      const [newsroom] = newsrooms;
      const newest = newsroom?.releases.at(-1);
      if (newsroom === undefined || newest === undefined) throw new Error('There is no release to edit.');
      appendFileSync(hugoReleaseFile(own, newsroom.language, newest), `\nEdit ${turn}.\n`);
    },
    async build() {
      const measured = await runMeasured({
        program: 'hugo',
        args: ['--quiet', '--destination', out, '--cacheDir', cache],
        cwd: own,
      });
      return { ...measured, pages: countPages(out) };
    },
  };
}

/** What can be measured after an edit. */
interface Editable {
  /** Gives it another text of one release. @param turn another number each time */
  edit(turn: number): void;
}

/** Whether Hugo can be used here; where it is missing it is installed from Debian's package, if that may be done. */
export function findHugo(): { kind: 'found'; version: string } | { kind: 'missing'; why: string } {
  const there = version();
  if (there !== undefined) return { kind: 'found', version: there };
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0)
    return {
      kind: 'missing',
      why: 'Hugo is left out: it is not installed. Install it (on Debian: apt install hugo) and measure again.',
    };
  spawnSync('apt-get', ['install', '--yes', 'hugo'], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const installed = version();
  return installed === undefined
    ? { kind: 'missing', why: 'Hugo is left out: "apt-get install hugo" did not bring it. Try that by hand to see why.' }
    : { kind: 'found', version: installed };
}

function version(): string | undefined {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
