import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { drawnPagesSitemap } from '../integrations/drawn-pages-sitemap.ts';
import type { Page } from '../src/views/page.ts';
import { DrawFault } from './draw-fault.ts';

/**
 * Writes the sitemap of drawn pages into their folder, with the integration that `astro build` uses, called as
 * Astro calls it.
 *
 * @param site the site's own address
 */
export async function writeSitemap(site: string, pages: readonly Page[], out: string): Promise<void> {
  const sitemap = drawnPagesSitemap(site);
  sitemap.tell(pages);
  const config = { site, base: '/', trailingSlash: 'always', build: { format: 'directory' } };
  await callHook(sitemap.integration, 'astro:routes:resolved', { routes: [] });
  await callHook(sitemap.integration, 'astro:config:done', { config });
  await callHook(sitemap.integration, 'astro:build:done', { dir: pathToFileURL(`${out}/`), pages: [], logger });
}

/** So many pages does the integration put into one file, by default. */
const pagesInOne = 45_000;

/** The files of the sitemap of so many pages, relative to the site. @example sitemapFiles(3) // => ['sitemap-index.xml', 'sitemap-0.xml'] */
export function sitemapFiles(pages: number): string[] {
  const parts = Array.from({ length: Math.max(1, Math.ceil(pages / pagesInOne)) }, (_, number) => `sitemap-${number}.xml`);
  return ['sitemap-index.xml', ...parts];
}

/** What the integration would only mention and go on. */
function refuse(message: string): never {
  throw new DrawFault(`The sitemap cannot be written. ${message}`, 'Nothing was published. Look at the options of the sitemap.');
}

const logger = { info: () => undefined, warn: refuse, error: refuse };

async function callHook(integration: AstroIntegration, name: keyof AstroIntegration['hooks'], given: object): Promise<void> {
  // The integration reads only what is given here, of all that Astro gives to a hook.
  const hook = integration.hooks[name] as ((given: object) => void | Promise<void>) | undefined;
  await hook?.(given);
}
