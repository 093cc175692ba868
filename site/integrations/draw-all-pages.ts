import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { drawSite } from '../draw/draw-site.ts';
import type { Page } from '../src/views/page.ts';

/**
 * Draws the whole static site at the end of `astro build`, with the application that was just compiled.
 *
 * @param options.snapshot the snapshot's file, relative to the site's root
 * @param options.drawn called with the pages when all are drawn
 */
export function drawAllPages(options: { snapshot: string; drawn: (pages: readonly Page[]) => void }): AstroIntegration {
  let root = '';
  let server = '';
  return {
    name: 'newsroom:draw-all-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        server = fileURLToPath(config.build.server);
      },
      'astro:build:start': () => rmSync(server, { recursive: true, force: true }),
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await drawSite({
          server,
          snapshot: resolve(root, options.snapshot),
          out: fileURLToPath(dir),
          progress: (done, all) => logger.info(`${done} of ${all} pages`),
          warn: (warning) => logger.warn(warning),
        });
        options.drawn(pages);
      },
    },
  };
}
