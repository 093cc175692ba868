import type { Language } from '@newsroom/shared/languages';
import type { PressRelease } from '@newsroom/shared/press-release';

/** A release as lists on the pages of a language show it: all but its text. */
export interface ListedRelease extends Pick<PressRelease, 'kind' | 'title' | 'summary' | 'releasedAt'> {
  id: string;
  /** The language of the page. */
  language: Language;
  /** The language of its words, where it is not translated into the page's. */
  lang: Language | undefined;
  /** Its page in `language`, or, where it has none there, in the language of its words. */
  path: string;
  /** When it was changed last. */
  at: string;
  withdrawn: boolean;
}

/** What a query gives of one. */
export interface ListedRow extends Omit<ListedRelease, 'lang' | 'withdrawn'> {
  textLanguage: Language;
  withdrawn: 0 | 1;
}

/** The columns of a `ListedRow`, of the table `releases`. */
export const listedColumns = `releases.id, releases.language, releases.text_language AS textLanguage, releases.path, releases.at,
  releases.kind, releases.title, releases.summary, releases.released_at AS releasedAt, releases.withdrawn`;

export function readListed({ textLanguage, withdrawn, ...row }: ListedRow): ListedRelease {
  return { ...row, lang: textLanguage === row.language ? undefined : textLanguage, withdrawn: withdrawn === 1 };
}
