import { spawnSync } from 'node:child_process';
import { strapiCommand } from './machine/cms.ts';
import { loadEnvironment } from './machine/environment.ts';
import { runCommand } from './machine/failure.ts';
import { folders } from './machine/folders.ts';

/** Strapi as its developers know it: it watches `cms` and starts again after every change. */
await runCommand(async () => {
  loadEnvironment();
  process.exitCode =
    spawnSync(process.execPath, [strapiCommand(), 'develop'], { cwd: folders.cms, stdio: 'inherit' }).status ?? 1;
});
