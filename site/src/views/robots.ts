import { type Page, plainFile } from './page.ts';

const path = '/robots.txt';

export function robotsPages(): Page[] {
  return [plainFile('robots', path)];
}

/** `robots.txt`: everything may be read, and the sitemap says what there is. */
export function robots(site: URL): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${new URL('/sitemap-index.xml', site).href}\n`;
}
