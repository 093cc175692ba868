import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, readDrawnPage } from './drawn-page.ts';

/** Where the pages of a drawn site lead, and what they show, within the site, without that a file lies there. */
export function deadLinks(drawn: string): string[] {
  const pages = filesOf(drawn).filter((file) => file.endsWith('.html'));
  return pages.flatMap((file) => {
    const { links, html } = readDrawnPage(drawn, `/${file}`);
    return [...links, ...assetsOf(html), ...picturesOf(html)]
      .filter((href) => href.startsWith('/') && !isFile(join(drawn, href.endsWith('/') ? `${href}index.html` : href)))
      .map((href) => `${file} leads to ${href}`);
  });
}

const asset = /<link rel="(?:stylesheet|icon|alternate" type="application\/rss\+xml)"[^>]* href="([^"]+)"/g;

function assetsOf(html: string): string[] {
  return [...html.matchAll(asset)].map(([, href = '']) => href);
}

const picture = /\s(?:src|srcset)="([^"]+)"|property="og:image" content="https?:\/\/[^/"]+([^"]+)"/g;

/** The addresses of pictures, in all their widths, and of what is shown of a page where it is shared. */
function picturesOf(html: string): string[] {
  const lists = [...html.matchAll(picture)].map(([, own, shared = '']) => own ?? shared);
  return lists.flatMap((list) => list.split(', ')).map((one) => one.split(' ')[0] ?? '');
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
