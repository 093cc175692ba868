import path from 'node:path';
import { loadEnvironment, sitePort } from './machine/environment.ts';
import { runCommand } from './machine/failure.ts';
import { files, folders } from './machine/folders.ts';
import { runInForeground } from './machine/foreground.ts';

/** Astro's development server on the snapshot that was taken in last. */
await runCommand(async () => {
  loadEnvironment();
  const astro = path.join(folders.site, 'node_modules', 'astro', 'bin', 'astro.mjs');
  await runInForeground([astro, 'dev', '--port', String(sitePort())], folders.site, { NEWSROOM_SNAPSHOT: files.snapshot });
});
