import { isLanguage, type Language, languages } from '@newsroom/shared/languages';
import { localDay } from '@newsroom/shared/local-time';
import { correctionsPath } from '@newsroom/shared/permalink';
import type { CorrectedRelease, Snapshot } from '../content/snapshot.ts';
import type { Text } from '../content/text.ts';
import { type FormattedTime, formatDayOfInstant } from '../languages/dates.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesInAll } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { type Page, type PageParams, readersPage } from './page.ts';

/** All that was set right or withdrawn in a language, by year, the latest first. */
export interface CorrectionsPage {
  frame: Frame;
  years: { year: string; corrections: CorrectionItem[] }[];
}

export interface CorrectionItem {
  at: FormattedTime;
  kind: string;
  /** The release that it is about. */
  title: Text;
  href: string;
  /** What was set right, or why the release was withdrawn. */
  text: Text;
}

export function correctionsPages(snapshot: Snapshot): Page[] {
  return languages.map((language) =>
    readersPage('corrections', correctionsPath(language), alternatesInAll(correctionsPath), snapshot.lastCorrection(language)),
  );
}

export function correctionsPage(snapshot: Snapshot, { locale }: PageParams): CorrectionsPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const { corrections: title, correctionsLead: description } = wordsIn(locale);
  const acts = snapshot
    .corrections(locale)
    .flatMap(actsOf)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const byYear = Map.groupBy(acts, ({ at }) => localDay(at).slice(0, 4));
  return {
    frame: frameOf(snapshot, locale, {
      path: correctionsPath(locale),
      title,
      description,
      alternates: alternatesInAll(correctionsPath),
    }),
    years: [...byYear].map(([year, inYear]) => ({ year, corrections: inYear.map((act) => correctionItem(act, locale)) })),
  };
}

/** What was done to a release, and when. */
interface Act {
  release: CorrectedRelease;
  at: string;
  kind: 'minor' | 'major' | 'withdrawn';
  text: string;
}

/** The corrections of a release, and its withdrawal: that one bears no time of its own, the release's last change does. */
function actsOf(release: CorrectedRelease): Act[] {
  const { corrections, notice } = release;
  const acts = corrections.map(({ at, kind, text }): Act => ({ release, at, kind, text }));
  return notice?.kind === 'withdrawn' ? [...acts, { release, at: release.at, kind: 'withdrawn', text: notice.reason }] : acts;
}

function correctionItem({ release, at, kind, text }: Act, language: Language): CorrectionItem {
  const { correctionKinds, withdrawn } = wordsIn(language);
  return {
    at: formatDayOfInstant(language, at),
    kind: kind === 'withdrawn' ? withdrawn : correctionKinds[kind],
    title: { text: release.title, lang: release.lang },
    href: release.path,
    text: { text, lang: release.lang },
  };
}
