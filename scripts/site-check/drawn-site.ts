import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../machine/files-below.ts';
import { readPage, type SitePage } from './read-page.ts';

/** A drawn site, read from its folder. */
export interface DrawnSite {
  folder: string;
  /** The address at which it says that it stands, without a slash at the end; undefined where it says nothing. */
  origin: string | undefined;
  /** All files, relative to the folder, with slashes. */
  files: Set<string>;
  pages: SitePage[];
  /** Of the pages, by path. */
  byPath: Map<string, SitePage>;
  /** A file's text. */
  read(file: string): string;
}

/** Something that is not as it should be. */
export interface SiteFault {
  /** The file in which it stands. */
  file: string;
  message: string;
}

/** Reads a drawn site. */
export function readDrawnSite(folder: string): DrawnSite {
  const files = filesBelow(folder);
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => readPage(file, read(file)));
  return {
    folder,
    origin: originOf(pages),
    files: new Set(files),
    pages,
    byPath: new Map(pages.map((page) => [page.path, page])),
    read,
  };
}

/** Most pages know their own address best. */
function originOf(pages: SitePage[]): string | undefined {
  const counts = Map.groupBy(
    pages.flatMap((page) => URL.parse(page.canonical[0] ?? '')?.origin ?? []),
    (origin) => origin,
  );
  return [...counts.values()].sort((a, b) => b.length - a.length)[0]?.[0];
}

/** A path of this site, decoded, for an address that a page names; undefined for another site's and other schemes. */
export function pathWithin(site: DrawnSite, page: SitePage, address: string): { path: string; fragment: string } | undefined {
  const here = new URL(page.path, site.origin ?? 'https://site.invalid');
  const url = URL.parse(address, here.href);
  if (url === null || url.origin !== here.origin) return undefined;
  return { path: decoded(url.pathname), fragment: decoded(url.hash.slice(1)) };
}

/** The file that a web server gives for a path. */
export function fileAt(path: string): string {
  return `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
