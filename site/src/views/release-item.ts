import type { ListedRelease } from '../content/snapshot.ts';
import type { Text } from '../content/text.ts';
import { type FormattedTime, formatDayOfInstant } from '../languages/dates.ts';
import { wordsIn } from '../languages/words.ts';
import { onceOf } from './once-of.ts';

/** A release as a row of a list. */
export interface ReleaseItem {
  title: Text;
  href: string;
  kind: string;
  date: FormattedTime;
  summary: Text | undefined;
}

export const releaseItem = onceOf(({ language, lang, path, kind, title, summary, releasedAt }: ListedRelease): ReleaseItem => {
  return {
    title: { text: title, lang },
    href: path,
    kind: wordsIn(language).releaseKinds[kind],
    date: formatDayOfInstant(language, releasedAt),
    summary: summary === null ? undefined : { text: summary, lang },
  };
});
