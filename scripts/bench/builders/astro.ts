import { rmSync } from 'node:fs';
import path from 'node:path';
import { countPages } from '../count-pages.ts';
import { runMeasured } from '../measured-command.ts';
import { writeAstroInput } from '../peers/astro-input.ts';
import { peerNewsrooms } from '../peers/peer-newsroom.ts';
import { writeStaticFiles } from '../peers/static-files.ts';
import type { Workload } from '../workload.ts';
import type { Builder } from './builder.ts';

/** Plain Astro with the project in `peers/astro`: content collections, and `astro build` as everybody uses it. */
export function astroBuilder(workload: Workload): Builder {
  const own = path.join(workload.folder, 'astro');
  const out = path.join(own, 'dist');
  writeAstroInput(own, peerNewsrooms(workload.entries, workload.asOf));
  writeStaticFiles(path.join(own, 'public'), workload.originals);
  return {
    subject: 'astro',
    forget() {
      for (const made of ['dist', 'cache', '.astro']) rmSync(path.join(own, made), { recursive: true, force: true });
    },
    async build() {
      const measured = await runMeasured({
        program: process.execPath,
        args: ['node_modules/astro/bin/astro.mjs', 'build', '--silent'],
        cwd: own,
        environment: { ASTRO_TELEMETRY_DISABLED: '1' },
      });
      return { ...measured, pages: countPages(out) };
    },
  };
}
