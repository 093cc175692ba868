import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { folders } from '../../machine/folders.ts';
import { countPages } from '../count-pages.ts';
import { runMeasured } from '../measured-command.ts';
import type { Workload } from '../workload.ts';
import type { Builder } from './builder.ts';

/**
 * This project's site, by its own command; nothing else of it is used. What it compiled from the code is kept when the
 * rest is forgotten.
 */
export function newsroomBuilder(workload: Workload): Builder {
  const own = path.join(workload.folder, 'newsroom');
  const dist = path.join(own, 'dist');
  const state = path.join(own, 'site');
  mkdirSync(own, { recursive: true });
  return {
    subject: 'newsroom',
    forget() {
      rmSync(dist, { recursive: true, force: true });
      for (const name of existsSync(state) ? readdirSync(state) : [])
        if (!name.startsWith('compiled')) rmSync(path.join(state, name), { recursive: true, force: true });
    },
    async build() {
      const measured = await runMeasured({
        program: process.execPath,
        args: [
          'scripts/bootstrap.mjs',
          'scripts/publish/build.ts',
          '--feed',
          workload.feed,
          '--media',
          workload.media,
          '--as-of',
          workload.asOf,
        ],
        cwd: folders.repository,
        environment: {
          NEWSROOM_VAR: own,
          NEWSROOM_DIST: dist,
          NEWSROOM_ENV: path.join(own, 'env'),
          SITE_URL: 'https://newsroom.example',
        },
      });
      return { ...measured, pages: countPages(dist) };
    },
  };
}
