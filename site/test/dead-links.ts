import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, readDrawnPage } from './drawn-page.ts';

/** Where the pages of a drawn site lead, within the site, without that a file lies there. */
export function deadLinks(drawn: string): string[] {
  const pages = filesOf(drawn).filter((file) => file.endsWith('.html'));
  return pages.flatMap((file) => {
    const { links, html } = readDrawnPage(drawn, `/${file}`);
    const assets = [...html.matchAll(asset)].map(([, href = '']) => href);
    return [...links, ...assets]
      .filter((href) => href.startsWith('/') && !isFile(join(drawn, href.endsWith('/') ? `${href}index.html` : href)))
      .map((href) => `${file} leads to ${href}`);
  });
}

const asset = /<link rel="(?:stylesheet|icon|alternate" type="application\/rss\+xml)"[^>]* href="([^"]+)"/g;

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
