import type { Language } from '@newsroom/shared/languages';
import { teaserSize } from '@newsroom/shared/popular-list';
import { type PopularPeriod, ruleOfPeriod } from '@newsroom/shared/popular-rule';
import type { Ranking } from '@newsroom/shared/ranking';
import type { Snapshot } from '../content/snapshot.ts';
import { formatDay, formatDays } from '../languages/dates.ts';
import { fill } from '../languages/phrases.ts';
import { wordsIn } from '../languages/words.ts';
import { type PopularItem, popularItem } from './popular-item.ts';
import { silence } from './popular-notes.ts';
import { rankedVersions, rankingOf } from './popular-ranking.ts';

/** A popular list, or its beginning, as a page shows it. */
export interface PopularList {
  /** Which days were counted, in a sentence. */
  lead: string;
  entries: PopularItem[];
}

/** The beginning of the office's own list, beside other content. */
export interface PopularTeaser extends PopularList {
  /** That the list stands still, if it does. */
  silence: string | undefined;
}

/** What was read most in all languages together. */
export function popularList(snapshot: Snapshot, language: Language, period: PopularPeriod): PopularList {
  const { popularLead, popularLeadSince, popularNothing } = wordsIn(language);
  const lead = leadOf(snapshot, period, popularLead, popularLeadSince);
  return listOf(snapshot, rankingOf(snapshot, period), language, { lead, nothing: popularNothing });
}

/** What was read most in the page's language. */
export function popularInLanguage(snapshot: Snapshot, language: Language, period: PopularPeriod): PopularList {
  const { popularInLanguageLead, popularInLanguageLeadSince, popularNothing, popularNothingInLanguage } = wordsIn(language);
  const lead = leadOf(snapshot, period, popularInLanguageLead, popularInLanguageLeadSince);
  const nothing = isRead(rankingOf(snapshot, period)) ? popularNothingInLanguage : popularNothing;
  return listOf(snapshot, rankingOf(snapshot, period, language), language, { lead, nothing });
}

/** The first entries of the list in all languages together. */
export function popularTeaser(snapshot: Snapshot, language: Language): PopularTeaser {
  const { lead, entries } = popularList(snapshot, language, 'now');
  return { lead, entries: entries.slice(0, teaserSize), silence: silence(snapshot, language) };
}

/** What a list says of its days. */
interface Leads {
  lead: string;
  /** Where nobody read anything on them. */
  nothing: string;
}

function listOf(snapshot: Snapshot, ranking: Ranking, language: Language, { lead, nothing }: Leads): PopularList {
  const { firstDay, day } = ranking;
  const days = { days: formatDays(language, firstDay, day), day: formatDay(language, firstDay).text };
  const { popularNone } = wordsIn(language);
  const isCounted = snapshot.daysCounted().some((counted) => counted <= snapshot.asOf);
  return {
    lead: fill(isRead(ranking) ? lead : isCounted ? nothing : popularNone, days),
    entries: rankedVersions(snapshot, ranking, language).map((row) => popularItem(row, language)),
  };
}

/** Whether readers placed a release: one that the office pinned is listed without a score. */
function isRead({ entries }: Ranking): boolean {
  return entries.some(({ score }) => score > 0n);
}

/** @param since how it is said of all days that were ever counted */
function leadOf(snapshot: Snapshot, period: PopularPeriod, lead: string, since: string): string {
  return ruleOfPeriod(period, snapshot.popularSettings()).windowDays === null ? since : lead;
}
