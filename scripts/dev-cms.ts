import { strapiCommand } from './machine/cms.ts';
import { loadEnvironment } from './machine/environment.ts';
import { runCommand } from './machine/failure.ts';
import { folders } from './machine/folders.ts';
import { runInForeground } from './machine/foreground.ts';

/** Strapi as its developers know it: it watches `cms` and starts again after every change. */
await runCommand(async () => {
  loadEnvironment();
  await runInForeground([strapiCommand(), 'develop'], folders.cms);
});
