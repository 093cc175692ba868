import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import type { Page } from '../src/views/page.ts';

/** The sitemap of the pages that were drawn, made by `@astrojs/sitemap`. */
export interface DrawnPagesSitemap {
  integration: AstroIntegration;
  /** To be called with the drawn pages before the integration's last hook runs. */
  tell(pages: readonly Page[]): void;
}

/** @param site the site's own address */
export function drawnPagesSitemap(site: string): DrawnPagesSitemap {
  const pages = new Map<string, Page>();
  const customPages: string[] = [];
  const addressOf = (path: string) => new URL(path, site).href;

  const integration = sitemap({
    // Astro would add its routes without parameters, drawn or not; what was not drawn is not told.
    customPages,
    filter: (address) => pages.has(address),
    serialize: (item) => {
      const page = pages.get(item.url);
      if (page === undefined) return undefined;
      const links = linksOf(page).map(({ lang, path }) => ({ lang, url: addressOf(path) }));
      return { url: item.url, links, ...(page.lastModified === undefined ? {} : { lastmod: page.lastModified }) };
    },
    namespaces: { news: false, image: false, video: false },
  });
  return {
    integration,
    tell(drawn) {
      for (const page of drawn.filter(({ indexed }) => indexed)) {
        pages.set(addressOf(page.path), page);
        customPages.push(addressOf(page.path));
      }
    },
  };
}

function linksOf({ alternates }: Page): { lang: string; path: string }[] {
  const versions = Object.entries(alternates.paths).map(([lang, path]) => ({ lang, path }));
  return alternates.default === undefined ? versions : [...versions, { lang: 'x-default', path: alternates.default }];
}
