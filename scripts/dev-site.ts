import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { loadEnvironment } from './machine/environment.ts';
import { runCommand } from './machine/failure.ts';
import { files, folders } from './machine/folders.ts';

/** Astro's development server on the snapshot that was taken in last. */
await runCommand(async () => {
  loadEnvironment();
  const astro = path.join(folders.site, 'node_modules', '.bin', 'astro');
  const environment = { ...process.env, NEWSROOM_SNAPSHOT: files.snapshot };
  process.exitCode = spawnSync(astro, ['dev'], { cwd: folders.site, stdio: 'inherit', env: environment }).status ?? 1;
});
