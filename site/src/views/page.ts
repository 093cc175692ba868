import type { VersionKey } from '@newsroom/shared/document-fault';
import type { Language } from '@newsroom/shared/languages';
import { type Alternates, noAlternates } from './alternates.ts';

export type PageKind =
  | 'languages'
  | 'home'
  | 'news'
  | 'news-feed'
  | 'month'
  | 'release'
  | 'delegations'
  | 'organisations'
  | 'events'
  | 'dossier'
  | 'year'
  | 'popular'
  | 'popular-data'
  | 'readership'
  | 'moved-addresses'
  | 'static-page'
  | 'corrections'
  | 'theme'
  | 'redirect'
  | 'redirects'
  | 'not-found'
  | 'robots';

/** One file of the site: where readers find it, and how it comes to be. */
export interface Page {
  /** The public path from the site's root. */
  path: string;
  kind: PageKind;
  /** The path that the compiled application draws it at: another than `path` only for 404 pages. */
  drawnAt: string;
  /** The file that holds it, relative to the site's folder, without a slash at the beginning. */
  file: string;
  /** Whether search engines are told of it in the sitemap: not of what only repeats the text of another page. */
  indexed: boolean;
  /** The instant of the newest change shown, where it is known. */
  lastModified: string | undefined;
  alternates: Alternates;
  /** The version that it is the page of; null for what shows several documents, or none. */
  document: VersionKey | null;
  /** Where an address that a page has left leads on to; null: the page is gone. */
  leadsTo?: string | null;
}

/** A page that readers and search engines come to, at a path that ends with a slash. */
export function readersPage(kind: PageKind, path: string, alternates: Alternates, lastModified?: string): Page {
  return {
    path,
    kind,
    drawnAt: path,
    file: `${path.slice(1)}index.html`,
    indexed: true,
    lastModified,
    alternates,
    document: null,
  };
}

/** The page of a document, which is kept out of search engines where it shows the text of another of its pages. */
export function documentPage(
  kind: PageKind,
  document: Pick<VersionKey, 'type' | 'id'> & { version: Language; path: string; original: string | undefined },
  alternates: Alternates,
  lastModified: string,
): Page {
  const { type, id, version: language, path, original } = document;
  const page = readersPage(kind, path, alternates, lastModified);
  return { ...page, indexed: original === undefined, document: { type, id, language } };
}

/** A file that is no page for readers. */
export function plainFile(kind: PageKind, path: string, drawnAt = path, file = path.slice(1)): Page {
  return {
    path,
    kind,
    drawnAt,
    file,
    indexed: false,
    lastModified: undefined,
    alternates: noAlternates,
    document: null,
  };
}

/** What a page's route was asked for; every text comes from an address and may be anything. */
export interface PageParams {
  locale?: string | undefined;
  year?: string | undefined;
  month?: string | undefined;
  day?: string | undefined;
  /** Which popular list is meant. */
  period?: string | undefined;
  /** The number of an older page of a month. */
  number?: string | undefined;
  /** Which part of the site a dossier stands in. */
  section?: string | undefined;
  slug?: string | undefined;
}

/** What a component gets: it does not look into the content. */
export type { Text } from '../content/text.ts';
