import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a reader or a search engine finds on a drawn page. */
export interface DrawnPage {
  html: string;
  language: string;
  title: string;
  /** The headings of the page's main part, in order. */
  headings: string[];
  alternates: Record<string, string>;
  canonical: string | undefined;
  /** Where links lead, as they stand in the page. */
  links: string[];
  /** All visible text of the body, with single spaces. */
  text: string;
}

/** The files of a drawn site, relative to its folder, sorted. */
export function filesOf(folder: string): string[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Reads a page by its path. @example readDrawnPage(drawn, '/kk/') */
export function readDrawnPage(folder: string, path: string): DrawnPage {
  return takeApart(readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path), 'utf8'));
}

function takeApart(html: string): DrawnPage {
  const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? [];
  const [, body = ''] = /<body[^>]*>(.*)<\/body>/s.exec(html) ?? [];
  const alternates = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
  return {
    html,
    language: /<html lang="([^"]+)"/.exec(html)?.[1] ?? '',
    title: visibleText(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? ''),
    headings: [...main.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/gs)].map(([, level, text = '']) => `${level} ${visibleText(text)}`),
    alternates: Object.fromEntries(alternates.map(([, language, address]) => [language, address])),
    canonical: /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1],
    links: [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = '']) => href),
    text: visibleText(body),
  };
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#38;': '&',
  '&#34;': '"',
};

function visibleText(html: string): string {
  const text = html.replace(/<[^>]+>/g, ' ').replace(/&[a-z0-9#]+;/g, (entity) => entities[entity] ?? entity);
  return text.replace(/\s+/g, ' ').trim();
}
