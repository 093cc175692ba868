import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CompiledSite } from '../integrations/compiled-entry.ts';
import { DrawFault } from './draw-fault.ts';

/** Loads the application from the folder that Astro wrote it into. */
export function loadCompiledSite(folder: string): CompiledSite {
  const entry = join(folder, 'entry.mjs');
  if (!existsSync(entry))
    throw new DrawFault(`There is no compiled site in ${folder}.`, 'Compile it first: node site/draw/compile.ts --into DIR');
  // Astro runs its configuration through Vite, whose `import()` is closed when a build is done; Node's `require` is not.
  const module: { default: CompiledSite } = createRequire(import.meta.url)(entry);
  return module.default;
}
