import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folders } from '../../machine/folders.ts';
import { feedLines } from '../../scale/feed-lines.ts';
import { countPages } from '../count-pages.ts';
import { editedRelease } from '../edit.ts';
import { runMeasured } from '../measured-command.ts';
import type { Workload } from '../workload.ts';
import type { EditableBuilder } from './builder.ts';

/**
 * This project's site, by its own command; nothing else of it is used. What it compiled from the code is kept when the
 * rest is forgotten. It hears of an edit as a publisher does: by the difference since the state that it has.
 */
export function newsroomBuilder(workload: Workload): EditableBuilder {
  const own = path.join(workload.folder, 'newsroom');
  const dist = path.join(own, 'dist');
  const state = path.join(own, 'site');
  mkdirSync(own, { recursive: true });
  let feed = workload.feed;
  let seq = workload.entries.length;
  return {
    subject: 'newsroom',
    forget() {
      feed = workload.feed;
      seq = workload.entries.length;
      rmSync(dist, { recursive: true, force: true });
      for (const name of existsSync(state) ? readdirSync(state) : [])
        if (!name.startsWith('compiled')) rmSync(path.join(state, name), { recursive: true, force: true });
    },
    edit(turn) {
      feed = path.join(own, 'difference.ndjson');
      writeFileSync(feed, feedLines([editedRelease(workload.entries, turn)], workload.epoch, seq).join(''));
      seq += 1;
    },
    async build() {
      const measured = await runMeasured({
        program: process.execPath,
        args: ['scripts/publish/build.ts', '--feed', feed, '--media', workload.media, '--as-of', workload.asOf],
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
