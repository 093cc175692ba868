import { type Page, plainFile } from './page.ts';

const path = '/robots.txt';

export function robotsPages(): Page[] {
  return [plainFile('robots', path)];
}

/** `robots.txt`: everything may be read, whatever the content, and the sitemap says what there is. */
export function robots(_: unknown, site: URL): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${new URL('/sitemap-index.xml', site).href}\n`;
}
