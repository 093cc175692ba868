import { documentPath } from '../content/document-path.ts';
import type { Version } from '../content/snapshot.ts';
import { type FormattedTime, formatDayOfInstant } from '../languages/dates.ts';
import { wordsIn } from '../languages/words.ts';

/** A release as a row of a list in its own language. */
export interface ReleaseItem {
  title: string;
  href: string;
  kind: string;
  date: FormattedTime;
  summary: string | undefined;
}

export function releaseItem(release: Version<'press-release'>): ReleaseItem {
  const { language, data } = release;
  return {
    title: data.title,
    href: documentPath(release),
    kind: wordsIn(language).releaseKinds[data.kind],
    date: formatDayOfInstant(language, data.releasedAt),
    summary: data.summary ?? undefined,
  };
}

/** The newest `publicSince` among releases: when a list of them last changed, as far as its data tell. */
export function newestOf(releases: readonly Version<'press-release'>[]): string | undefined {
  return releases
    .map(({ data }) => data.publicSince)
    .reduce<string | undefined>((newest, since) => (newest !== undefined && newest > since ? newest : since), undefined);
}
