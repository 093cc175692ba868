import type { Language } from '@newsroom/shared/languages';
import type { Alternates } from './alternates.ts';
import type { FeedLink } from './news-feed.ts';

/** What a page tells of itself to browsers, search engines and those who share links to it. */
export interface Head {
  language: Language;
  siteName: string;
  publisher: string;
  /** What the browser's tab and search engines show. */
  documentTitle: string;
  /** The same without the site's name, for where that stands beside it. */
  title: string;
  description: string | undefined;
  /** The page's own path; undefined for a page that stands at no address of its own and is kept out of search engines. */
  path: string | undefined;
  /** The path that search engines are to show: another page's where this one only repeats its text. */
  canonical: string | undefined;
  alternates: Alternates;
  feeds: FeedLink[];
  /** The style sheet with the office's colour; undefined where the site keeps its own. */
  theme: string | undefined;
  /** The pages above this one, from the home page down. */
  trail: Crumb[];
  /** Where browsers are sent at once, from an address that a page has left. */
  refresh: string | undefined;
  subject: Subject;
  /** What is shown where somebody shares the page. */
  image: HeadImage | undefined;
}

export interface HeadImage {
  src: string;
  width: number;
  height: number;
  alt: string;
}

export interface Crumb {
  label: string;
  href: string;
}

/** What a page is about: the office itself, a release, or neither. */
export type Subject = { kind: 'publisher' } | ArticleSubject | { kind: 'page' };

export interface ArticleSubject {
  kind: 'article';
  /** The language of the text, which may be another than the page's. */
  language: Language;
  releasedAt: string;
  changedAt: string;
  corrections: { at: string; text: string }[];
}
