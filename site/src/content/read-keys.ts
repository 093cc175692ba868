import type { Language } from '@newsroom/shared/languages';

/**
 * Names of what pages read of a snapshot. While a page is shaped, the names of all that it read are noted; when content
 * is taken in, the names of all that is another since. Where they meet, the page may be another, too.
 *
 * Each names more rather than less: a name that is noted without need costs a look at a page, one that is missing
 * leaves a page as it was.
 */
export const readKeys = {
  /** All of it: everything was made anew. */
  all: 'all',
  /** What stands around every page: the settings but for those of popular lists, and the navigation with its pages' titles. */
  frame: 'frame',
  /** The day that the site is made for. */
  day: 'day',
  /** How popular lists are computed. */
  popularSettings: 'popular-settings',
  /** What the office decided about popular lists. */
  popularChoices: 'popular-choices',
  /** What readers did, on whatever days. */
  metrics: 'metrics',
  /** What readers did on a day. @example 'counted-day 2024-06-01' */
  countedDay: (day: string) => `counted-day ${day}`,
  /** Popular lists of others. */
  outsideLists: 'outside-lists',
  /** The redirects that were entered. */
  redirects: 'redirects',
  /** A document: its texts in all languages, and its addresses. @example 'press-release k3' */
  document: (type: string, id: string) => `${type} ${id}`,
  /** A release as pages in a language show and list it: its text there, its address, what it points to. */
  release: (id: string, language: Language) => `release ${id} ${language}`,
  /** All documents of a type of the directory: which there are, and what they say. */
  directory: (type: string) => `directory ${type}`,
  /** The releases that have a page in a language: which there are, and where each stands in lists; not what they say. */
  releases: (language: Language) => `releases ${language}`,
  /** The same of one month. */
  month: (language: Language, month: string) => `month ${language} ${month}`,
  /** Those of them that were corrected or withdrawn, or carry a notice: which there are, and what they say. */
  corrections: (language: Language) => `corrections ${language}`,
  /** Whether a month has a list at all. */
  hasMonth: (language: Language, month: string) => `has-month ${language} ${month}`,
  /**
   * The releases on pages of a language that point to a subject: which there are, where each stands in lists, and what
   * else it points to; not what they say. Who reads only a stretch of them notes from when to when, by `releasedAt`.
   */
  about: (type: string, id: string, language: Language) => `about ${type} ${id} ${language}`,
  /** When the releases that one of these names means were changed last. @example 'changed month kk 2024-06' */
  changed: (releases: string) => `changed ${releases}`,
  /** The accreditations for a vote, or of a delegation or an organisation. */
  accredited: (type: string, id: string) => `accredited ${type} ${id}`,
  /** A file of the content: whether a shown document names it, and its width. */
  media: (sha256: string) => `media ${sha256}`,
  /** Whether the site has a page or a file at a path. */
  path: (path: string) => `path ${path}`,
} as const;

/** What was read under a name: all of it, or a stretch of time, from `since` on and before `before`. */
export interface Read {
  key: string;
  since: string;
  before: string;
}

/** Later than any instant. */
const never = '~';

/** A read as one text. @example readOf('day') // => 'day' */
export function readOf(key: string, stretch?: { since: string; before: string }): string {
  return stretch === undefined ? key : `${key}\t${stretch.since}\t${stretch.before}`;
}

/** @throws nothing: it is what `readOf` wrote */
export function parseRead(read: string): Read {
  const [key = '', since = '', before = never] = read.split('\t');
  return { key, since, before };
}
