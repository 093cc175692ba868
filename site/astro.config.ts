import { defineConfig, passthroughImageService } from 'astro/config';
import { compiledApplication } from './integrations/compiled-application.ts';
import { drawAllPages } from './integrations/draw-all-pages.ts';
import { drawnPagesSitemap } from './integrations/drawn-pages-sitemap.ts';

/** The site's own address; it stands in canonical links, in the sitemap and in popular.json. */
export const site = process.env.SITE_URL ?? 'http://localhost:4321';
const sitemap = drawnPagesSitemap(site);

export default defineConfig({
  site,
  output: 'server',
  trailingSlash: 'always',
  compressHTML: true,
  devToolbar: { enabled: false },
  outDir: './dist',
  cacheDir: '../var/site/cache',
  build: {
    format: 'directory',
    // Both are relative to `outDir`: the static site alone lies there.
    client: './',
    server: '../../var/site/server/',
    // A strict content security policy allows no inline style.
    inlineStylesheets: 'never',
  },
  image: { service: passthroughImageService() },
  adapter: compiledApplication(),
  integrations: [
    // Draws at the end of the build, and tells the sitemap after it what was drawn.
    drawAllPages({ snapshot: process.env.NEWSROOM_SNAPSHOT ?? '../var/site/snapshot.sqlite', drawn: sitemap.tell }),
    sitemap.integration,
  ],
  vite: {
    build: { assetsInlineLimit: 0 },
    // What is drawn lies below the site's folder and is no source.
    server: { watch: { ignored: ['**/dist/**', '**/dist.*/**'] } },
  },
});
