import type { Release } from '../content/snapshot.ts';
import type { Text } from '../content/text.ts';
import { type FormattedTime, formatDayOfInstant } from '../languages/dates.ts';
import { wordsIn } from '../languages/words.ts';

/** A release as a row of a list. */
export interface ReleaseItem {
  title: Text;
  href: string;
  kind: string;
  date: FormattedTime;
  summary: Text | undefined;
  /** That its text was withdrawn, in the language of the page. */
  withdrawn: string | undefined;
}

export function releaseItem({ language, lang, path, data }: Release): ReleaseItem {
  const { releaseKinds, withdrawn } = wordsIn(language);
  const isWithdrawn = data.notice?.kind === 'withdrawn';
  return {
    title: { text: data.title, lang },
    href: path,
    kind: releaseKinds[data.kind],
    date: formatDayOfInstant(language, data.releasedAt),
    summary: data.summary === null || isWithdrawn ? undefined : { text: data.summary, lang },
    withdrawn: isWithdrawn ? withdrawn : undefined,
  };
}
