import type { Release } from '../content/snapshot.ts';
import { asTexts, type Text } from '../content/text.ts';
import { wordsIn } from '../languages/words.ts';

/** What stands above a text that is not as it was. */
export interface ReleaseNotice {
  /** What happened, in the language of the page. */
  what: string;
  reason: Text | undefined;
  /** The way to the corrections below the text; undefined where there are none. */
  toCorrections: string | undefined;
}

/** Where on a release's page its corrections stand. */
export const correctionsAnchor = 'corrections';

export function releaseNotice({ language, lang, data }: Release): ReleaseNotice | undefined {
  const { notice, corrections } = data;
  const words = wordsIn(language);
  const reason = notice?.reason == null ? undefined : asTexts(notice.reason, lang);
  if (notice?.kind === 'withdrawn') return { what: words.withdrawnNotice, reason, toCorrections: undefined };
  if (notice === null && corrections.length === 0) return undefined;
  return { what: words.correctedNotice, reason, toCorrections: corrections.length > 0 ? words.toCorrections : undefined };
}
